package dev.footfall.simulator.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nearest-rank medians of cells, from all their values. */
final class Median {
    /** Above this many values, a value stands for all within 1 % of it. */
    private static final int EXACT = 10_000;

    private static final double GROWTH = 1.01;

    private final Map<Figures.Cell, List<Long>> values = new HashMap<>();

    void add(Figures.Cell cell, long millis) {
        values.computeIfAbsent(cell, unseen -> new ArrayList<>()).add(millis);
    }

    void putInto(Figures figures) {
        values.forEach((cell, all) -> figures.put(cell, (double) of(all)));
    }

    static long of(List<Long> values) {
        long median = values.stream()
                .sorted()
                .skip((values.size() + 1) / 2 - 1)
                .findFirst()
                .orElseThrow();
        return values.size() <= EXACT || median == 0 ? median : endOfBucket(median);
    }

    private static long endOfBucket(long value) {
        double power = Math.ceil(Math.log((double) value) / Math.log(GROWTH));
        return Math.round(Math.exp(power * Math.log(GROWTH)));
    }
}
