/**
 * A chain of stores: few simulated ones, lived through by many.
 *
 * <p><b>In:</b> {@link dev.footfall.simulator.chain.StoreFormat}s (a store pack with {@code simulation.yaml}, how many stores are like it), a seed, a stretch of
 * time. <b>Out:</b> the store packs of the chain, and what the devices of all its stores publish, as events of a store or as device messages.
 *
 * <p><b>State:</b> what the devices of each template publish in that stretch of time, in memory; of each store how far it has come. A store lives
 * through its template some seconds later than others, over and over, so a chain goes on for as long as it is asked to.
 *
 * <p><b>Late, duplicate, disordered:</b> as its template: each message is received after those before it, nothing is sent twice. The same formats,
 * seed and start give the same messages.
 */
@NullMarked
package dev.footfall.simulator.chain;

import org.jspecify.annotations.NullMarked;
