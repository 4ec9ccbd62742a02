/**
 * The load of a chain: frames of thousands of stores, as fast as time goes by or as fast as somebody takes them.
 *
 * <p><b>In:</b> the stores of a {@link dev.footfall.simulator.chain.Chain}. <b>Out:</b> for each of them frames and ticks as its gateway would send them,
 * cut by the gateway's own {@code StoreFramer}, numbered from 0. <b>State:</b> of each store its open frame and the next number. What is not taken is
 * not sent again: there is no spool here.
 */
@NullMarked
package dev.footfall.benchmarks.load;

import org.jspecify.annotations.NullMarked;
