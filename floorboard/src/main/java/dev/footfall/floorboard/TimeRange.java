package dev.footfall.floorboard;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.Window;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A choice of time, in a store's own days: which window's figures to show and of which day the course.
 *
 * <p>Live is the hour that held a quarter of an hour ago: the current one once it has something to tell, until then the last
 * full one. An instant stands for its hour. Everything else is a store day, whose one window has its own distinct counts and quantiles.
 *
 * @param range as it was asked for: {@code live}, {@code today}, {@code yesterday}, a date, or an instant for the hour that holds it
 * @param date of the store day
 * @param dayStartMillis of that day
 * @param dayEndMillis of that day, exclusive: 23, 24 or 25 hours later
 * @param window label of the window whose figures hold for the range
 * @param fromMillis start of that window
 * @param toMillis its end, exclusive
 * @param today the store's date now
 * @param nowMillis the time of the answer
 */
record TimeRange(
        String range,
        String date,
        long dayStartMillis,
        long dayEndMillis,
        String window,
        long fromMillis,
        long toMillis,
        String today,
        long nowMillis) {

    private static final long TOLD_AFTER_MILLIS = 900_000;

    /** @throws Refusal when {@code range} is none */
    static TimeRange of(String range, StoreCalendar calendar, long nowMillis) throws Refusal {
        LocalDate today = calendar.dayOf(nowMillis).date();
        return switch (range) {
            case "live" -> live(calendar, today, nowMillis);
            case "today" -> day(range, calendar, today, today, nowMillis);
            case "yesterday" -> day(range, calendar, today.minusDays(1), today, nowMillis);
            default ->
                range.contains("T")
                        ? hour(range, calendar, millis(range), today, nowMillis)
                        : day(range, calendar, date(range), today, nowMillis);
        };
    }

    private static TimeRange live(StoreCalendar calendar, LocalDate today, long nowMillis) {
        long told = Math.max(nowMillis - TOLD_AFTER_MILLIS, calendar.day(today).startMillis());
        return hour("live", calendar, told, today, nowMillis);
    }

    /** The hour of a store day that holds an instant. */
    private static TimeRange hour(
            String range, StoreCalendar calendar, long atMillis, LocalDate today, long nowMillis) {
        StoreDay day = calendar.dayOf(atMillis);
        long from = Window.HOUR.start(day, atMillis);
        return new TimeRange(
                range,
                day.date().toString(),
                day.startMillis(),
                day.endMillis(),
                Window.HOUR.label(),
                from,
                Window.HOUR.end(day, from),
                today.toString(),
                nowMillis);
    }

    private static TimeRange day(
            String range, StoreCalendar calendar, LocalDate date, LocalDate today, long nowMillis) {
        StoreDay day = calendar.day(date);
        return new TimeRange(
                range,
                date.toString(),
                day.startMillis(),
                day.endMillis(),
                Window.DAY.label(),
                day.startMillis(),
                day.endMillis(),
                today.toString(),
                nowMillis);
    }

    private static LocalDate date(String range) throws Refusal {
        try {
            LocalDate date = LocalDate.parse(range);
            checkYear(date, range);
            return date;
        } catch (DateTimeException noDate) {
            throw none(range);
        }
    }

    private static long millis(String range) throws Refusal {
        try {
            OffsetDateTime time = OffsetDateTime.parse(range);
            checkYear(time.toLocalDate(), range);
            return time.toInstant().toEpochMilli();
        } catch (DateTimeException noTime) {
            throw none(range);
        }
    }

    private static void checkYear(LocalDate date, String range) throws Refusal {
        if (date.getYear() < 1970 || date.getYear() > 9999) {
            throw Refusal.badRequest("The day " + range + " is not between 1970 and 9999.");
        }
    }

    private static Refusal none(String range) {
        return Refusal.badRequest(
                "The range '" + range
                        + "' is none: ask for live, today, yesterday, a date such as 2026-11-22 or an hour by an instant in it such as 2026-11-22T09:00Z.");
    }
}
