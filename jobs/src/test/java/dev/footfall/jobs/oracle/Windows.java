package dev.footfall.jobs.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Store days and the four windows that divide them; the definitions' sections on windows and the day cut. */
final class Windows {

    /** A window {@code [startMillis, endMillis)}. */
    record Span(String label, long startMillis, long endMillis) {}

    /** A stretch of time within one minute window. */
    record Piece(long fromNanos, long toNanos) {

        long micros() {
            return Math.round((toNanos - fromNanos) / 1000.0);
        }

        List<Span> spans(Windows windows) {
            return windows.around(millis(fromNanos));
        }
    }

    private record Length(String label, long millis) {}

    private static final List<Length> WITHIN_THE_DAY =
            List.of(new Length("1m", 60_000), new Length("15m", 900_000), new Length("1h", 3_600_000));

    private final ZoneId zone;
    private final LocalTime cut;

    Windows(ZoneId zone, LocalTime cut) {
        this.zone = zone;
        this.cut = cut;
    }

    static long nanos(long millis) {
        return Math.multiplyExact(millis, 1_000_000L);
    }

    static long millis(long nanos) {
        return Math.floorDiv(nanos, 1_000_000L);
    }

    /** Milliseconds as they are written: rounded once. */
    static long writtenMillis(long durationNanos) {
        return Math.round(durationNanos / 1e6);
    }

    private long startOf(LocalDate date) {
        return date.atTime(cut).atZone(zone).toInstant().toEpochMilli();
    }

    /** The last cut at or before an instant. */
    long dayStart(long millis) {
        LocalDate day = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().plusDays(1);
        while (startOf(day) > millis) {
            day = day.minusDays(1);
        }
        return startOf(day);
    }

    /** The first cut after an instant. */
    long dayEnd(long millis) {
        LocalDate day = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().minusDays(1);
        while (startOf(day) <= millis) {
            day = day.plusDays(1);
        }
        return startOf(day);
    }

    /** The four windows an instant lies in. */
    List<Span> around(long millis) {
        long dayStart = dayStart(millis);
        long dayEnd = dayEnd(millis);
        List<Span> spans = new ArrayList<>();
        for (Length length : WITHIN_THE_DAY) {
            long start = dayStart + (millis - dayStart) / length.millis() * length.millis();
            spans.add(new Span(length.label(), start, Math.min(start + length.millis(), dayEnd)));
        }
        spans.add(new Span("1d", dayStart, dayEnd));
        return spans;
    }

    /** A stretch of time cut at every minute window's border; sums over its pieces add up in the longer windows. */
    List<Piece> pieces(long fromNanos, long toNanos) {
        List<Piece> pieces = new ArrayList<>();
        long from = fromNanos;
        while (from < toNanos) {
            long to = Math.min(toNanos, nanos(around(millis(from)).get(0).endMillis()));
            pieces.add(new Piece(from, to));
            from = to;
        }
        return pieces;
    }
}
