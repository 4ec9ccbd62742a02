/**
 * What it takes to write a point as line protocol, beside the database's own client.
 *
 * <p><b>In:</b> figures of a heat map. <b>Out:</b> the report of {@link dev.footfall.benchmarks.lines.LinesBenchmark}.
 *
 * <p><b>State:</b> none is kept.
 */
@NullMarked
package dev.footfall.benchmarks.lines;

import org.jspecify.annotations.NullMarked;
