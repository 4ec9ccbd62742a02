/**
 * The raw archive: every frame that was taken, in files, for ever.
 *
 * <p><b>In:</b> the side output of {@code ingest}: each frame as it came, readable or not, with what was found out when it was taken: which times its
 * events speak of, which of them came too late, by which layouts they were judged. Ticks are not kept, but a store's clock leaves a mark every hour.
 * <b>Out:</b> files that are complete once they have their name ({@link dev.footfall.jobs.archive.ArchiveSink}), read by
 * {@link dev.footfall.jobs.archive.Archive}.
 *
 * <p><b>State:</b> how many records a store has, so that a reader knows whether one is missing; what is in a file and not committed is Flink's.
 *
 * <p><b>Late, duplicate, disordered input:</b> a frame is in the archive once, in the order in which frames were taken. A record with late
 * events is what makes their store day one to be corrected: the mark and the data are one.
 */
@NullMarked
package dev.footfall.jobs.archive;

import org.jspecify.annotations.NullMarked;
