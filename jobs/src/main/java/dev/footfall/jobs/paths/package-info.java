/**
 * Flows and paths: which way visits took through the zones.
 *
 * <p><b>In:</b> journeys, with all stays of a visit. <b>Out:</b> points of {@code zone_flow}, one for every pair of
 * neighbours on a path, and {@code paths}, the fifty paths taken most, by the window in which the visit ended.
 *
 * <p><b>State:</b> per store the windows that can still change, each with its flows and all its paths.
 *
 * <p><b>Late, duplicate, disordered input:</b> a journey is counted when its visit is over; one that is taken back is
 * counted off. Ranks of equally many visits are in the order of the paths' characters, so they do not depend on the
 * order of visits.
 */
@NullMarked
package dev.footfall.jobs.paths;

import org.jspecify.annotations.NullMarked;
