/**
 * The chain: thousands of stores through a real broker and a live job in a process of its own into a real InfluxDB.
 *
 * <p><b>In:</b> a {@link dev.footfall.benchmarks.load.Load}. <b>Out:</b> what the job's process needs (processor, heap, state, pauses of checkpoints), having
 * compared final points of a few stores with a replay of the same frames.
 */
@NullMarked
package dev.footfall.benchmarks.chain;

import org.jspecify.annotations.NullMarked;
