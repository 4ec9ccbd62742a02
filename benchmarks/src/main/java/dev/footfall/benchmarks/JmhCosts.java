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

/** Runs a class of JMH methods, each of them a way: average time, in a JVM of their own, with their processor time and what they allocate. */
public final class JmhCosts {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private JmhCosts() {}

    /**
     * The costs of all ways, in the order of their names: the method's, and after a comma each what a parameter is.
     *
     * @param methods a class with {@code @Benchmark} methods in mode {@code AverageTime} and unit nanoseconds; {@code @OperationsPerInvocation} says how many events one call takes
     */
    public static List<Cost> of(Class<?> methods, Bench bench) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\b" + methods.getSimpleName() + "\\.")
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true);
        options.verbosity(VerboseMode.SILENT);
        if (bench.quick()) {
            System.setProperty("jmh.ignoreLock", "true"); // others may measure beside: times mean nothing
            options.forks(0)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(50))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(50));
        } else {
            options.forks(1)
                    .warmupIterations(4)
                    .warmupTime(TimeValue.milliseconds(500))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.milliseconds(500));
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        List<Cost> costs = new ArrayList<>();
        for (RunResult result : results) {
            StringBuilder way = new StringBuilder(result.getPrimaryResult().getLabel());
            for (String parameter : result.getParams().getParamsKeys()) {
                way.append(", ").append(result.getParams().getParam(parameter));
            }
            costs.add(new Cost(
                    way.toString(),
                    result.getPrimaryResult().getScore(),
                    beside(result, CpuProfiler.CPU),
                    beside(result, ALLOCATED)));
        }
        return costs;
    }

    private static double beside(RunResult result, String what) {
        return Objects.requireNonNull(result.getSecondaryResults().get(what), what)
                .getScore();
    }
}
