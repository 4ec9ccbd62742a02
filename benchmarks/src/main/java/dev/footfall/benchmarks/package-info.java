/**
 * What an event costs, beside what else one would use.
 *
 * <p>A {@link dev.footfall.benchmarks.Benchmark} first checks that all ways it compares come to the same result, then times them in one run; it is a
 * word of {@code ./footfall bench}. What comes out is a {@link dev.footfall.benchmarks.Report}: costs of ways, and ratios with their targets. It
 * replaces the section of the same name in {@code benchmarks/RESULTS.md}; all else in that file is left as it is.
 *
 * <p><b>State:</b> none is kept between runs.
 */
@NullMarked
package dev.footfall.benchmarks;

import org.jspecify.annotations.NullMarked;
