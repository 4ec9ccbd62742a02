package dev.footfall.jobs.windows;

/**
 * Cuts a stretch of time at the minutes of the store day. All longer windows begin at a minute, so a piece lies in one window of
 * every length.
 */
public final class MinuteCuts {
    /** A piece shorter than this is rounding, not presence. */
    public static final long SHORTEST_NANOS = 1_000;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_MINUTE = 60_000 * NANOS_PER_MILLI;

    /** Takes the pieces. */
    @FunctionalInterface
    public interface Pieces {
        /**
         * Takes one piece.
         *
         * @param minute minutes since the day began
         * @param micros length of the piece, rounded once
         */
        void piece(int minute, long micros);
    }

    private MinuteCuts() {}

    /** Cuts [from, to), in nanoseconds since the epoch, at the minutes counted from the start of the day. */
    public static void cut(long dayStartMillis, long fromNanos, long toNanos, Pieces pieces) {
        long start = dayStartMillis * NANOS_PER_MILLI;
        long from = fromNanos;
        while (from < toNanos) {
            long minute = Math.floorDiv(from - start, NANOS_PER_MINUTE);
            long to = Math.min(toNanos, start + (minute + 1) * NANOS_PER_MINUTE);
            if (to - from >= SHORTEST_NANOS) {
                pieces.piece((int) minute, micros(to - from));
            }
            from = to;
        }
    }

    /** Nanoseconds as whole microseconds, half up. */
    public static long micros(long nanos) {
        return Math.floorDiv(nanos + 500, 1_000);
    }

    /** Nanoseconds as whole milliseconds, half up. */
    public static long millis(long nanos) {
        return Math.floorDiv(nanos + 500_000, NANOS_PER_MILLI);
    }

    /** Milliseconds since the epoch as nanoseconds. */
    public static long nanos(long millis) {
        return millis * NANOS_PER_MILLI;
    }

    /** The millisecond that an instant in nanoseconds lies in. */
    public static long millisecondOf(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_MILLI);
    }
}
