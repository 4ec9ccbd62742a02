package dev.footfall.benchmarks;

/** Two ways that are to be compared come to different results. */
public final class UnequalResultsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says which ways, and where they differ. */
    public UnequalResultsException(String message) {
        super(message);
    }
}
