/**
 * Frames in files, a file a lane.
 *
 * <p><b>In:</b> frames and ticks as bytes, written by {@link dev.footfall.jobs.framelog.FrameLogWriter}. <b>Out:</b>
 * the same frames, each with its store, as a bounded Flink source reads them by
 * {@link dev.footfall.jobs.framelog.FrameLogSource}. A record is length, CRC-32C, frame.
 *
 * <p><b>State:</b> the place in each file; a file is read from its beginning by one reader, some files side by side.
 *
 * <p><b>Late, duplicate, disordered input:</b> frames of one store keep the order in which they were written; nothing
 * is dropped or sorted. A damaged record fails the job with the byte at which it begins.
 */
@NullMarked
package dev.footfall.jobs.framelog;

import org.jspecify.annotations.NullMarked;
