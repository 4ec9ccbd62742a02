package dev.footfall.benchmarks.segments;

/** The lengths of windows that peers add up in, with the names that points have them under. */
enum WindowLength {
    MINUTE("1m", 60),
    QUARTER("15m", 900),
    HOUR("1h", 3_600),
    /** From midnight to midnight in UTC, which for what is compared here is as good as a store day. */
    DAY("1d", 86_400);

    private static final long NANOS = 1_000_000_000;

    final String label;
    private final long nanos;

    WindowLength(String label, long seconds) {
        this.label = label;
        this.nanos = seconds * NANOS;
    }

    /** Takes the pieces of a stretch of time. */
    @FunctionalInterface
    interface Pieces {
        void in(WindowLength window, long startNanos, long pieceNanos);
    }

    /** Cuts a stretch of time at the windows of all lengths. */
    static void cut(long fromNanos, long toNanos, Pieces pieces) {
        for (WindowLength window : values()) {
            long from = fromNanos;
            while (from < toNanos) {
                long start = window.start(from);
                long to = Math.min(toNanos, start + window.nanos);
                pieces.in(window, start, to - from);
                from = to;
            }
        }
    }

    long start(long nanosSinceEpoch) {
        return nanosSinceEpoch - nanosSinceEpoch % nanos;
    }
}
