package dev.footfall.benchmarks;

import java.util.List;

/**
 * What one way costs for one event.
 *
 * @param way its name
 * @param nanos of the wall
 * @param cpuNanos of the processor, by all threads that the way needs; NaN when that was not asked
 * @param allocatedBytes NaN when that was not asked
 */
public record Cost(String way, double nanos, double cpuNanos, double allocatedBytes) {
    public Cost {
        if (!(nanos > 0)) {
            throw new IllegalArgumentException("nanos " + nanos + " of " + way + " must be above 0");
        }
    }

    /** A cost of which only the time is known. */
    public Cost(String way, double nanos) {
        this(way, nanos, Double.NaN, Double.NaN);
    }

    /** The cost of the way of that name. */
    public static Cost of(String way, List<Cost> costs) {
        return costs.stream()
                .filter(each -> each.way().equals(way))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cost of " + way + " among those of "
                        + costs.stream().map(Cost::way).toList()));
    }

    /** Events in a second of the wall. */
    public double perSecond() {
        return 1e9 / nanos;
    }
}
