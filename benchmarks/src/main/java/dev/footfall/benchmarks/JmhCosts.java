package dev.footfall.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a class of JMH methods, each of them a way: average time, in a JVM of their own, with what they allocate. */
public final class JmhCosts {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private JmhCosts() {}

    /**
     * The costs of all ways, in the order of their names.
     *
     * @param methods a class with {@code @Benchmark} methods in mode {@code AverageTime} and unit nanoseconds; {@code @OperationsPerInvocation} says how many events one call takes
     */
    public static List<Cost> of(Class<?> methods, Bench bench) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\b" + methods.getSimpleName() + "\\.")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        options.verbosity(VerboseMode.SILENT);
        if (bench.quick()) {
            options.forks(0)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(50))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(50));
        } else {
            options.forks(1)
                    .warmupIterations(4)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1));
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        List<Cost> costs = new ArrayList<>();
        for (RunResult result : results) {
            double allocated = Objects.requireNonNull(
                            result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                    .getScore();
            costs.add(new Cost(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    Double.NaN,
                    allocated));
        }
        return costs;
    }
}
