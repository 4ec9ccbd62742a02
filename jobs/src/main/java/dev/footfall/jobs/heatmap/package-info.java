/**
 * Heat: how long people were where.
 *
 * <p><b>In:</b> the steps of a batch, cut at the cells of the grid and at minutes, and the visits that are over.
 * <b>Out:</b> points of {@code heatmap}, seconds and distinct visits per cell; {@code cells}, where a cell lies, once
 * a store day; and, where provisional figures are wanted, the time outside of every grid ({@code
 * pipeline.off_floor_seconds}).
 *
 * <p><b>State:</b> per store a number for each cell ever walked on, by floor id, column and row; of every open visit
 * the last minute in each cell; the windows that can still change, as arrays by those numbers.
 *
 * <p><b>Late, duplicate, disordered input:</b> steps come in order for each subject. Time adds up as whole
 * microseconds, each piece rounded once, so sums do not depend on the order of subjects.
 */
@NullMarked
package dev.footfall.jobs.heatmap;

import org.jspecify.annotations.NullMarked;
