/**
 * Visits: which of a person's movements and stays belong together.
 *
 * <p><b>In:</b> steps, reported stays and tag events. <b>Out:</b> the number of its visit for every step and stay,
 * visits that are over, marks for receipts and touchpoints of open visits, and points of {@code visits}. Visits of
 * reported stays have negative numbers.
 *
 * <p><b>State:</b> per store the open visits; of reported stays all visits of the running store day and those of the
 * day before; the windows that can still change.
 *
 * <p><b>Late, duplicate, disordered input:</b> steps come in order. A reported stay comes when it ends, however early
 * it began: it may prolong a visit that had been listed as over, or make two one. What was listed is then taken back,
 * here and by all who counted it.
 */
@NullMarked
package dev.footfall.jobs.visits;

import org.jspecify.annotations.NullMarked;
