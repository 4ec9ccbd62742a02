/**
 * Doors: who went in and out, and how many are in the store.
 *
 * <p><b>In:</b> door reports and the steps of tracks. <b>Out:</b> points of {@code footfall}, per door, and
 * {@code occupancy}, of the store; and a {@link dev.footfall.jobs.batches.Mark} for each crossing inwards, which may
 * be a step of a funnel.
 *
 * <p><b>State:</b> per store the side of each door on which every open visit is, the last running totals of each
 * counter, the changes of occupancy that wait for earlier ones, the number of people, and the windows that can still
 * change.
 *
 * <p><b>Late, duplicate, disordered input:</b> a report counts at the start of its interval, before its place in the
 * stream, so changes wait for the longest interval of the store's counters and are then applied in the order of their
 * instants. Repeats are gone before. A running total that falls is told to be a roll-over or a reset.
 */
@NullMarked
package dev.footfall.jobs.footfall;

import org.jspecify.annotations.NullMarked;
