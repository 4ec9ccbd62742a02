package dev.footfall.benchmarks.flink;

import dev.footfall.benchmarks.UnequalResultsException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The figures that a way came to, or in a timed run only how many; filled by tasks of this process. */
final class Ledger {
    private static final Map<String, Ledger> OPEN = new ConcurrentHashMap<>();

    private final boolean keeping;
    private final Map<String, long[]> figures = new ConcurrentHashMap<>();
    private final LongAdder cells = new LongAdder();

    private Ledger(boolean keeping) {
        this.keeping = keeping;
    }

    /** Opens an empty one under a name, by which tasks find it. */
    static Ledger open(String name, boolean keeping) {
        Ledger ledger = new Ledger(keeping);
        OPEN.put(name, ledger);
        return ledger;
    }

    static Ledger find(String name) {
        Ledger ledger = OPEN.get(name);
        if (ledger == null) {
            throw new IllegalStateException("no ledger " + name + " is open in this process");
        }
        return ledger;
    }

    /** Whether figures are kept, not only counted. */
    boolean isKeeping() {
        return keeping;
    }

    /** Notes that a cell of a heat map had a figure in some window. */
    void countCells(long many) {
        cells.add(many);
    }

    /** How many figures of cells there were. */
    long cells() {
        return cells.sum();
    }

    /** Puts a figure down; a later one of the same name replaces it. */
    void put(String name, long... values) {
        figures.put(name, values);
    }

    /** The sums of the first two values of a measurement, over all its figures in windows of a length. */
    long[] sum(String measurement, String window) {
        long[] sums = new long[2];
        of(measurement).forEach((name, values) -> {
            if (name.contains(" " + window + " ")) {
                sums[0] += values[0];
                sums[1] += values[1];
            }
        });
        return sums;
    }

    /** Compares the figures of a measurement; says where they differ first. */
    static void requireEqual(String measurement, String nameOne, Ledger one, String nameOther, Ledger other)
            throws UnequalResultsException {
        Map<String, long[]> ones = one.of(measurement);
        Map<String, long[]> others = other.of(measurement);
        if (ones.isEmpty()) {
            throw new UnequalResultsException(nameOne + " has no figure of " + measurement);
        }
        int differ = 0;
        String first = "";
        TreeMap<String, long[]> all = new TreeMap<>(ones);
        all.putAll(others);
        for (String name : all.keySet()) {
            long[] a = ones.get(name);
            long[] b = others.get(name);
            if (!Arrays.equals(a, b)) {
                if (differ++ == 0) {
                    first = name + ": " + nameOne + " " + Arrays.toString(a) + ", " + nameOther + " "
                            + Arrays.toString(b);
                }
            }
        }
        if (differ > 0) {
            throw new UnequalResultsException(differ + " of " + all.size() + " differ, the first " + first);
        }
    }

    /** The figures of a measurement; those that are 0 throughout count as none. */
    private Map<String, long[]> of(String measurement) {
        Map<String, long[]> found = new TreeMap<>();
        figures.forEach((name, values) -> {
            if (name.startsWith(measurement + " ") && Arrays.stream(values).anyMatch(value -> value != 0)) {
                found.put(name, values);
            }
        });
        return found;
    }
}
