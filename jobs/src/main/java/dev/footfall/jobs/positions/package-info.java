/**
 * Tracks: observations joined to movement.
 *
 * <p><b>In:</b> the observations of a batch. <b>Out:</b> its {@link dev.footfall.jobs.batches.Steps}: where tracks
 * begin, their segments, where they end, and lone points; and the time between observations of staff, who appear
 * nowhere else.
 *
 * <p><b>State:</b> per store the last observation of every subject seen within {@code bridge}, staff and others
 * apart.
 *
 * <p><b>Late, duplicate, disordered input:</b> observations come in the total order; of several of one subject at one
 * time the first counts and the rest do nothing. That a track has ended is known only when the clock has passed its
 * last observation by {@code bridge}, or the day cut.
 */
@NullMarked
package dev.footfall.jobs.positions;

import org.jspecify.annotations.NullMarked;
