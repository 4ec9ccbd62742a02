package dev.footfall.benchmarks.peer;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * A length of windows.
 *
 * @param label as figures name it
 * @param offsetMillis where the first begins, after 1970 began
 */
record Span(String label, long sizeMillis, long offsetMillis) implements Serializable {
    private static final long MINUTE = 60_000;

    /** All of them, shortest first; a day begins so long after midnight in UTC, all year and in every store. */
    static List<Span> all(Duration dayBegins) {
        return List.of(
                new Span("1m", MINUTE, 0),
                new Span("15m", 15 * MINUTE, 0),
                new Span("1h", 60 * MINUTE, 0),
                new Span("1d", 24 * 60 * MINUTE, dayBegins.toMillis()));
    }
}
