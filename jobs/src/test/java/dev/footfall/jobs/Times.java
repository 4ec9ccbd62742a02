package dev.footfall.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Instants as tests write them: a time of 4 May 2026 in UTC, such as {@code 10:00:02.5}, or a date and time with its offset. */
public final class Times {
    /** The day that a bare time belongs to. */
    public static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private Times() {}

    /** Milliseconds since the epoch. */
    public static long at(String text) {
        return text.indexOf('T') >= 0
                ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                : LocalTime.parse(text).atDate(DAY).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** Nanoseconds since the epoch. */
    public static long nanos(String text) {
        return at(text) * 1_000_000;
    }

    /** The text of an instant, as short as {@link #at} takes it. */
    public static String text(long millis) {
        return text(millis, ZoneOffset.UTC);
    }

    /** The text of an instant on the clocks of a zone. */
    public static String text(long millis, ZoneId zone) {
        OffsetDateTime time = Instant.ofEpochMilli(millis).atZone(zone).toOffsetDateTime();
        return time.getOffset().equals(ZoneOffset.UTC) && time.toLocalDate().equals(DAY)
                ? time.toLocalTime().toString()
                : time.toString();
    }
}
