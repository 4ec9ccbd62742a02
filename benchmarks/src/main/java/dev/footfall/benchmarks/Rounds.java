package dev.footfall.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Times ways that are programs rather than methods: a round of each in turn, again and again, so that what the machine does beside meets all of them. */
public final class Rounds {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** One round of a way. */
    @FunctionalInterface
    public interface Round {
        /** Runs it. */
        void run() throws Exception;
    }

    private record Way(String name, long events, Round round) {}

    private final List<Way> ways = new ArrayList<>();

    /** Adds a way that takes so many events in a round. */
    public void add(String name, long events, Round round) {
        ways.add(new Way(name, events, round));
    }

    /**
     * Runs so many rounds of each, after one that does not count; the median of each, with the CPU time of this thread: that of a process is told in hundredths of a second, which
     * is more than a round may take.
     */
    public List<Cost> medians(int rounds) throws Exception {
        double[][] nanos = new double[ways.size()][rounds];
        double[][] cpuNanos = new double[ways.size()][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < ways.size(); i++) {
                Way way = ways.get(i);
                long cpuBefore = THREADS.getCurrentThreadCpuTime();
                long before = System.nanoTime();
                way.round.run();
                if (round >= 0) {
                    nanos[i][round] = (double) (System.nanoTime() - before) / way.events;
                    cpuNanos[i][round] = (double) (THREADS.getCurrentThreadCpuTime() - cpuBefore) / way.events;
                }
            }
        }
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            costs.add(new Cost(ways.get(i).name, median(nanos[i]), median(cpuNanos[i]), Double.NaN));
        }
        return costs;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
