package dev.footfall.floorboard;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Two ranges of a store's time to be compared, as alike as its calendar allows: a store day with a store day, an hour with the
 * hour of the same wall clock.
 *
 * <p>While one of the windows still runs, only what adds up is comparable, and only over the quarter hours that are over in
 * both: the ends tell until when.
 *
 * @param shown the range that is looked at
 * @param other the range that it is compared with
 * @param whole whether both windows are over
 * @param shownEndMillis where the comparable part of the shown window ends, exclusive: its own end when {@code whole}
 * @param otherEndMillis the same of the other one, at the same time of the wall clock
 */
record RangePair(TimeRange shown, TimeRange other, boolean whole, long shownEndMillis, long otherEndMillis) {

    private static final int DAYS_OF_WEEK = 7;

    /**
     * @param range as {@link TimeRange} takes it
     * @param against {@code day} (the store day before), {@code week} (the same weekday, a week before) or a date
     * @throws Refusal when one of them is none
     */
    static RangePair of(String range, String against, StoreCalendar calendar, ZoneId zone, long nowMillis)
            throws Refusal {
        TimeRange shown = TimeRange.of(range, calendar, nowMillis);
        LocalDate date = LocalDate.parse(shown.date());
        LocalDate otherDate =
                switch (against) {
                    case "day" -> date.minusDays(1);
                    case "week" -> date.minusDays(DAYS_OF_WEEK);
                    default ->
                        LocalDate.parse(TimeRange.of(dateOnly(against), calendar, nowMillis)
                                .date());
                };
        return of(shown, new Likeness(calendar.day(date), calendar.day(otherDate), zone), calendar, nowMillis);
    }

    private static String dateOnly(String against) throws Refusal {
        if (!against.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw Refusal.badRequest(
                    "'" + against + "' is nothing to compare with: ask for day, week or a date such as 2026-11-22.");
        }
        return against;
    }

    private static RangePair of(TimeRange shown, Likeness like, StoreCalendar calendar, long nowMillis) throws Refusal {
        TimeRange day = TimeRange.of(like.other.date().toString(), calendar, nowMillis);
        TimeRange other = day;
        if (shown.window().equals(Window.HOUR.label())) {
            long from = Window.HOUR.start(like.other, like.toOther(shown.fromMillis()));
            other = new TimeRange(
                    day.range(),
                    day.date(),
                    day.dayStartMillis(),
                    day.dayEndMillis(),
                    Window.HOUR.label(),
                    from,
                    Window.HOUR.end(like.other, from),
                    day.today(),
                    nowMillis);
        }
        if (shown.toMillis() <= nowMillis && other.toMillis() <= nowMillis) {
            return new RangePair(shown, other, true, shown.toMillis(), other.toMillis());
        }
        long shownEnd = over(like.shown, shown, nowMillis);
        long otherEnd = over(like.other, other, nowMillis);
        long shownEndThere = within(other, Window.QUARTER.start(like.other, like.toOther(shownEnd)));
        if (shownEndThere <= otherEnd) {
            return new RangePair(shown, other, false, shownEnd, shownEndThere);
        }
        long otherEndHere = within(shown, Window.QUARTER.start(like.shown, like.toShown(otherEnd)));
        return new RangePair(shown, other, false, otherEndHere, otherEnd);
    }

    /** Where the quarter hours of a window end that are over. */
    private static long over(StoreDay day, TimeRange range, long nowMillis) {
        return nowMillis >= range.toMillis()
                ? range.toMillis()
                : within(range, Window.QUARTER.start(day, Math.max(nowMillis, range.fromMillis())));
    }

    private static long within(TimeRange range, long millis) {
        return Math.min(Math.max(millis, range.fromMillis()), range.toMillis());
    }

    /** Instants of two store days by their wall clocks. */
    private record Likeness(StoreDay shown, StoreDay other, ZoneId zone) {
        long toOther(long millis) {
            return moved(millis, shown, other);
        }

        long toShown(long millis) {
            return moved(millis, other, shown);
        }

        private long moved(long millis, StoreDay from, StoreDay to) {
            ZonedDateTime time =
                    Instant.ofEpochMilli(millis).atZone(zone).plusDays(ChronoUnit.DAYS.between(from.date(), to.date()));
            return Math.min(Math.max(time.toInstant().toEpochMilli(), to.startMillis()), to.endMillis());
        }
    }
}
