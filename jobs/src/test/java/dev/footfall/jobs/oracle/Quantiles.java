package dev.footfall.jobs.oracle;

import java.util.Collection;
import java.util.List;

/** Quantiles by nearest rank: the ⌈p·n⌉-th smallest. */
final class Quantiles {

    private Quantiles() {}

    static long nearestRank(double p, Collection<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(p * sorted.size()) - 1);
    }
}
