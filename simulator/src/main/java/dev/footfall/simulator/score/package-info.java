/**
 * The scorecard: computed points beside the truth of a simulated store.
 *
 * <p>In: a store pack, the files of a truth ({@code visits.csv}, {@code stays.csv}, …) and points in line protocol. Out: every figure as it
 * should be, as it was computed, and the difference, for people and for machines.
 *
 * <p>The figures of the truth are computed here in the most obvious way from docs/metrics.md, and know nothing of the jobs that they judge.
 * No state is kept. The lines of a truth may be in any order. Of points with one series and time the last one counts, as in InfluxDB.
 */
@NullMarked
package dev.footfall.simulator.score;

import org.jspecify.annotations.NullMarked;
