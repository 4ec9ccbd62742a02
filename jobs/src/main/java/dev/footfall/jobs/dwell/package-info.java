/**
 * Stays: who was in which zone for how long.
 *
 * <p><b>In:</b> the steps of a batch, which are cut at the edges of zones, its reported stays, and the visits that
 * are over. <b>Out:</b> points of {@code zone_dwell} and, where provisional figures are wanted, of the gauge
 * {@code zone_now}; and for every visit that is over its {@link dev.footfall.jobs.batches.Journey}, which
 * {@code paths} and {@code funnel} read.
 *
 * <p><b>State:</b> per store the open stays and the finished ones of open visits; of every open visit the last minute
 * in each zone; the stays that shelf cameras reported, of the running day and for an hour of the day before; who is
 * at a shelf; the windows that can still change.
 *
 * <p><b>Late, duplicate, disordered input:</b> steps come in order for each subject. A reported stay may come long
 * after it was entered and show that visits were one: their journeys are taken back and the number of distinct visits
 * is put right.
 */
@NullMarked
package dev.footfall.jobs.dwell;

import org.jspecify.annotations.NullMarked;
