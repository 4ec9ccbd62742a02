/**
 * Points of the time series, as line protocol.
 *
 * <p><b>In:</b> measurement, tags, fields and time of a figure, from the operators. <b>Out:</b> a
 * {@link dev.footfall.jobs.points.Point}: the series and the fields as text, escaped, and whether the figure is
 * final.
 *
 * <p><b>State:</b> none; a {@link dev.footfall.jobs.points.PointWriter} is reused within one batch, by one thread.
 *
 * <p><b>Late, duplicate, disordered input:</b> a point is idempotent: the same series and time replaces what was
 * written before, with the owner's complete set of fields.
 */
@NullMarked
package dev.footfall.jobs.points;

import org.jspecify.annotations.NullMarked;
