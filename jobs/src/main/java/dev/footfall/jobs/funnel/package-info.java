/**
 * Funnels: how far visits get through steps that the store named.
 *
 * <p><b>In:</b> journeys, with all stays of a visit, and marks: doors crossed inwards, receipts, touchpoints.
 * <b>Out:</b> points of {@code funnel}, for every step of every funnel, by the window in which the visit ended.
 *
 * <p><b>State:</b> per store the marks of open visits, when a funnel asks for events at all, and the windows that can
 * still change.
 *
 * <p><b>Late, duplicate, disordered input:</b> a journey is matched when its visit is over, all of it at once, so the
 * order of its stays and marks does not matter. A journey that is taken back is matched again and counted off.
 */
@NullMarked
package dev.footfall.jobs.funnel;

import org.jspecify.annotations.NullMarked;
