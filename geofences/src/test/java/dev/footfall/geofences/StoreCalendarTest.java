package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Store days begin at the day cut on the store's wall clock, whatever clocks do. */
class StoreCalendarTest {

    private static final LocalTime FOUR = LocalTime.of(4, 0);

    @Test
    void dayOf_dayBeforeClocksGoForward_has23Hours() {
        StoreDay day = calendar("Europe/Berlin", FOUR).day(LocalDate.of(2026, 3, 28));

        assertThat(Instant.ofEpochMilli(day.startMillis())).isEqualTo("2026-03-28T03:00:00Z");
        assertThat(Instant.ofEpochMilli(day.endMillis())).isEqualTo("2026-03-29T02:00:00Z");
        assertThat(hours(day)).isEqualTo(23);
    }

    @Test
    void dayOf_dayBeforeClocksGoBack_has25Hours() {
        StoreDay day = calendar("Europe/Berlin", FOUR).day(LocalDate.of(2026, 10, 24));

        assertThat(Instant.ofEpochMilli(day.startMillis())).isEqualTo("2026-10-24T02:00:00Z");
        assertThat(Instant.ofEpochMilli(day.endMillis())).isEqualTo("2026-10-25T03:00:00Z");
        assertThat(hours(day)).isEqualTo(25);
    }

    @Test
    void dayOf_cutAtMidnight_hasShortAndLongDaysOnTheDateItself() {
        StoreCalendar calendar = calendar("Europe/Berlin", LocalTime.MIDNIGHT);

        assertThat(hours(calendar.day(LocalDate.of(2026, 3, 29)))).isEqualTo(23);
        assertThat(hours(calendar.day(LocalDate.of(2026, 10, 25)))).isEqualTo(25);
    }

    @Test
    void dayOf_anyInstant_fallsOnTheDayThatHoldsIt() {
        for (String zone :
                new String[] {"Europe/Berlin", "Asia/Kolkata", "Asia/Shanghai", "America/St_Johns", "Pacific/Apia"}) {
            for (LocalTime cut :
                    new LocalTime[] {LocalTime.MIDNIGHT, LocalTime.of(2, 30), FOUR, LocalTime.of(23, 59)}) {
                StoreCalendar calendar = calendar(zone, cut);
                long previousEnd = Long.MIN_VALUE;
                for (long millis = at("2011-12-28T00:00:00Z");
                        millis < at("2013-01-03T00:00:00Z");
                        millis += 3_599_000) {
                    StoreDay day = calendar.dayOf(millis);
                    assertThat(day.contains(millis))
                            .as("%s in %s cut at %s: %s", millis, zone, cut, day)
                            .isTrue();
                    assertThat(previousEnd == Long.MIN_VALUE
                                    || previousEnd == day.startMillis()
                                    || previousEnd == day.endMillis())
                            .as("%s follows the day before", day)
                            .isTrue();
                    previousEnd = day.endMillis();
                }
            }
        }
    }

    @Test
    void dayOf_borders_areHalfOpen() {
        StoreCalendar calendar = calendar("Europe/Berlin", FOUR);
        StoreDay day = calendar.dayOf(at("2026-03-29T01:59:59.999Z"));

        assertThat(day.date()).isEqualTo("2026-03-28");
        assertThat(calendar.dayOf(day.startMillis())).isEqualTo(day);
        assertThat(calendar.dayOf(day.endMillis()).date()).isEqualTo("2026-03-29");
        assertThat(calendar.dayOf(day.startMillis() - 1).date()).isEqualTo("2026-03-27");
    }

    @Test
    void dayOf_zoneOfHalfHours_cutsAtItsWallClock() {
        StoreDay day = calendar("Asia/Kolkata", FOUR).dayOf(at("2026-03-11T22:29:59.999Z"));

        assertThat(day.date()).isEqualTo("2026-03-11");
        assertThat(Instant.ofEpochMilli(day.endMillis())).isEqualTo("2026-03-11T22:30:00Z");
    }

    @Test
    void dayOf_zoneWithoutClockChanges_alwaysHas24Hours() {
        StoreCalendar calendar = calendar("Asia/Shanghai", FOUR);

        for (LocalDate date = LocalDate.of(2026, 1, 1); date.getYear() == 2026; date = date.plusDays(1)) {
            assertThat(hours(calendar.day(date))).isEqualTo(24);
        }
    }

    /** 02:30 does not exist that night: it comes as 03:30. */
    @Test
    void day_cutThatTheClockSkips_comesAnHourLaterOnTheWall() {
        StoreDay day = calendar("Europe/Berlin", LocalTime.of(2, 30)).day(LocalDate.of(2026, 3, 29));

        assertThat(Instant.ofEpochMilli(day.startMillis())).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(hours(day)).isEqualTo(23);
    }

    @Test
    void day_cutThatTheClockRepeats_isTheEarlierOne() {
        StoreDay day = calendar("Europe/Berlin", LocalTime.of(2, 30)).day(LocalDate.of(2026, 10, 25));

        assertThat(Instant.ofEpochMilli(day.startMillis())).isEqualTo("2026-10-25T00:30:00Z");
    }

    private static StoreCalendar calendar(String zone, LocalTime cut) {
        return new StoreCalendar(ZoneId.of(zone), cut);
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static long hours(StoreDay day) {
        return Duration.ofMillis(day.endMillis() - day.startMillis()).toHours();
    }
}
