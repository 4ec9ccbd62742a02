package dev.footfall.geofences;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The days of a store: each runs from one day cut on its wall clock to the next, so it has 23, 24 or 25 hours where
 * clocks change.
 *
 * <p>A cut that the clock skips falls at the same distance after the skipped hour began as it would have ({@code 02:30}
 * becomes {@code 03:30}); one that the clock repeats is the earlier of the two: {@link ZonedDateTime}'s rule.
 */
public final class StoreCalendar {

    private final ZoneId timezone;
    private final LocalTime dayCut;
    private volatile StoreDay latest;

    public StoreCalendar(ZoneId timezone, LocalTime dayCut) {
        this.timezone = timezone;
        this.dayCut = dayCut;
        this.latest = day(LocalDate.EPOCH);
    }

    /** The store day on which an instant (milliseconds since the epoch) falls; remembers the last day asked for. */
    public StoreDay dayOf(long millis) {
        StoreDay day = latest;
        if (!day.contains(millis)) {
            day = find(millis);
            latest = day;
        }
        return day;
    }

    /** The store day that starts on a date. */
    public StoreDay day(LocalDate date) {
        return new StoreDay(date, startOf(date), startOf(date.plusDays(1)));
    }

    private StoreDay find(long millis) {
        StoreDay day = day(Instant.ofEpochMilli(millis).atZone(timezone).toLocalDate());
        while (millis < day.startMillis()) {
            day = day(day.date().minusDays(1));
        }
        while (millis >= day.endMillis()) {
            day = day(day.date().plusDays(1));
        }
        return day;
    }

    private long startOf(LocalDate date) {
        return ZonedDateTime.of(date, dayCut, timezone).toInstant().toEpochMilli();
    }
}
