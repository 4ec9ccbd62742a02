/**
 * The Flink topology and the jobs that run it: frames in, points out.
 *
 * <p><b>In:</b> frames and ticks as bytes, each with its store ({@link dev.footfall.jobs.StoreFrame}), from any
 * source; the store packs, read by every task from one folder. <b>Out:</b> points to one sink, and as accumulators of
 * the job the number of {@code events}, {@code frames}, {@code stores}, {@code late} events, {@code unreadable} frames,
 * {@code unplaced} events, {@code visits} and {@code points}.
 *
 * <p>{@link dev.footfall.jobs.Topology} is the one topology, live and in replay; {@link dev.footfall.jobs.LiveJob}
 * runs it over the lanes of a broker, {@link dev.footfall.jobs.ReplayJob} over a folder of frames. Frames are shuffled once, by store; from {@code ingest} to the sink one chain of
 * operators moves one batch of one store after the other.
 *
 * <p><b>State:</b> per store and operator, see their packages; nothing here. <b>Late, duplicate, disordered input</b>
 * is settled by {@code ingest}: late events are counted and left out, repeated ones count once, the rest is put in
 * order. The points are the same for any parallelism. A frame of which only the
 * header can be read is taken without its events, and counted. A store without a sound pack fails the job.
 */
@NullMarked
package dev.footfall.jobs;

import org.jspecify.annotations.NullMarked;
