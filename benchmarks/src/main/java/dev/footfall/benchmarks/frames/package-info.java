/**
 * What it takes to write down and read back a thousand events as a frame, beside a message for each.
 *
 * <p><b>In:</b> shoppers as tracks of four cameras. <b>Out:</b> the report of {@link dev.footfall.benchmarks.frames.FramesBenchmark}.
 *
 * <p><b>State:</b> none is kept.
 */
@NullMarked
package dev.footfall.benchmarks.frames;

import org.jspecify.annotations.NullMarked;
