/**
 * Windows of the store day and what is counted in them.
 *
 * <p><b>In:</b> instants, with what happened at them, and the store's clock. <b>Out:</b> the windows that an instant
 * lies in, one of each length; windows that became final, and those that are due for a provisional figure; quantiles;
 * distinct visits.
 *
 * <p><b>State:</b> {@link dev.footfall.jobs.windows.OpenWindows}, {@link dev.footfall.jobs.windows.Quantiles} and
 * {@link dev.footfall.jobs.windows.FirstPresences} are parts of the states of the operators and write themselves for
 * them.
 *
 * <p><b>Late, duplicate, disordered input:</b> a window takes what comes in any order until its allowance has passed
 * and gives the same figures. Only {@code FirstPresences} wants the presences of one visit at one place in the order
 * of time.
 */
@NullMarked
package dev.footfall.jobs.windows;

import org.jspecify.annotations.NullMarked;
