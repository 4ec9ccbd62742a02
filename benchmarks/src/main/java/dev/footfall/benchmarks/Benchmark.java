package dev.footfall.benchmarks;

/** One question about speed: checks that all ways it compares come to the same result, then times them in one run. */
public interface Benchmark {
    /** The word of the command line, lower case. */
    String name();

    /** The heading of its section. */
    String title();

    /**
     * Runs it.
     *
     * @throws UnequalResultsException when two ways come to different results: nothing was timed then
     */
    Report run(Bench bench) throws Exception;
}
