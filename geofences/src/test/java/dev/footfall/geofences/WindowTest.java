package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Windows count from the start of the store day. */
class WindowTest {

    /** Begins at 22:30 UTC. */
    private static final StoreDay HALF_HOUR_DAY =
            new StoreCalendar(ZoneId.of("Asia/Kolkata"), LocalTime.of(4, 0)).day(LocalDate.of(2026, 3, 11));

    @Test
    void start_zoneOfHalfHours_countsFromTheDayCut() {
        long millis = at("2026-03-10T23:29:59.999Z");

        assertThat(Window.HOUR.start(HALF_HOUR_DAY, millis)).isEqualTo(at("2026-03-10T22:30:00Z"));
        assertThat(Window.HOUR.start(HALF_HOUR_DAY, millis + 1)).isEqualTo(at("2026-03-10T23:30:00Z"));
        assertThat(Window.QUARTER.start(HALF_HOUR_DAY, millis)).isEqualTo(at("2026-03-10T23:15:00Z"));
        assertThat(Window.MINUTE.start(HALF_HOUR_DAY, millis)).isEqualTo(at("2026-03-10T23:29:00Z"));
        assertThat(Window.DAY.start(HALF_HOUR_DAY, millis)).isEqualTo(HALF_HOUR_DAY.startMillis());
    }

    @Test
    void end_ofAWindowInTheDay_isItsLengthLater() {
        long start = HALF_HOUR_DAY.startMillis();

        assertThat(Window.QUARTER.end(HALF_HOUR_DAY, start)).isEqualTo(start + 900_000);
        assertThat(Window.DAY.end(HALF_HOUR_DAY, start)).isEqualTo(HALF_HOUR_DAY.endMillis());
    }

    /** Lord Howe Island moves its clocks by half an hour: its short day ends in the middle of an hour. */
    @Test
    void end_lastWindowOfAShortDay_isTheEndOfTheDay() {
        StoreDay day =
                new StoreCalendar(ZoneId.of("Australia/Lord_Howe"), LocalTime.of(4, 0)).day(LocalDate.of(2026, 10, 3));
        long last = Window.HOUR.start(day, day.endMillis() - 1);

        assertThat(day.endMillis() - day.startMillis()).isEqualTo(23 * 3_600_000L + 1_800_000L);
        assertThat(Window.HOUR.end(day, last)).isEqualTo(day.endMillis()).isEqualTo(last + 1_800_000);
    }

    @Test
    void labels_areThoseOfTheTag() {
        assertThat(Window.values()).extracting(Window::label).containsExactly("1m", "15m", "1h", "1d");
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
