package dev.footfall.jobs.windows;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footfall.geofences.Window;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the figures of a window that is still open are written: when the clock passes a multiple of the period of its length. */
class ScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "MINUTE,  10:00:00,     10:59:00,     false",
        "QUARTER, 10:00:00,     10:00:59.999, false",
        "QUARTER, 10:00:59.999, 10:01:00,     true",
        "QUARTER, 10:01:00,     10:01:00,     false",
        "QUARTER, 10:01:00,     10:07:30,     true",
        "HOUR,    10:00:00,     10:04:59,     false",
        "HOUR,    10:04:59,     10:05:00,     true",
        "DAY,     10:00:00,     10:14:59,     false",
        "DAY,     10:14:59,     10:15:00,     true",
    })
    void maps_areDueTheMoreSeldomTheLonger(Window window, String before, String clock, boolean isDue) {
        assertThat(Schedule.BY_LENGTH.due(window, at(before), at(clock))).isEqualTo(isDue);
    }

    @Test
    void counts_areDueEverySecond() {
        for (Window window : Window.values()) {
            assertThat(Schedule.EVERY_SECOND.due(window, at("10:00:00"), at("10:00:00.999")))
                    .isFalse();
            assertThat(Schedule.EVERY_SECOND.due(window, at("10:00:00.999"), at("10:00:01")))
                    .isTrue();
        }
    }

    @Test
    void beforeTheFirstReadingOfTheClock_everythingIsDue() {
        assertThat(Schedule.BY_LENGTH.due(Window.DAY, Long.MIN_VALUE, at("10:00:01")))
                .isTrue();
    }

    /** Of a chain: at its own second of the minute, at its own time of the quarter of an hour. */
    @Test
    void spreadSchedule_isDueOnceAPeriod_atThePhaseOfTheStore() {
        Map<Long, Integer> storesDue = new TreeMap<>();
        Phases counts = new Phases(Schedule.EVERY_MINUTE);
        Phases quarters = new Phases(Schedule.BY_LENGTH_SELDOM);
        for (int store = 0; store < 11_000; store++) {
            String name = "store-%05d".formatted(store);
            long due = -1;
            for (long second = at("10:00:00"); second < at("10:01:00"); second += 1_000) {
                if (counts.of(name).due(Window.DAY, second - 1_000, second)) {
                    assertThat(due).as("due once").isEqualTo(-1);
                    due = second;
                }
            }
            storesDue.merge(due, 1, Integer::sum);
            Schedule maps = quarters.of(name);
            long quarter = at("10:00:00") + 15 * (due - at("10:00:00"));
            assertThat(maps.due(Window.HOUR, quarter - 1, quarter)).isTrue();
            assertThat(maps.due(Window.HOUR, quarter, quarter + 15 * 60_000 - 1))
                    .isFalse();
        }

        assertThat(storesDue).hasSize(60).allSatisfy((second, stores) -> assertThat(stores)
                .isBetween(150, 220));
    }

    @Test
    void ofAStoreProfile_allStoresAreAlike() {
        Phases phases = new Phases(Schedule.EVERY_SECOND);

        assertThat(phases.of("one")).isSameAs(phases.of("another"));
    }

    @Test
    void replay_showsNothingProvisional() {
        assertThat(Schedule.FINAL_ONLY.provisional()).isFalse();
        for (Window window : Window.values()) {
            assertThat(Schedule.FINAL_ONLY.due(window, Long.MIN_VALUE, Long.MAX_VALUE))
                    .isFalse();
        }
    }

    @Test
    void periodOfNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(Map.of(Window.HOUR, 0L)))
                .withMessage("everyMillis of 1h is 0: must be > 0");
    }
}
