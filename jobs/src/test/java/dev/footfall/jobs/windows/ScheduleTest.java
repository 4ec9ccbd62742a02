package dev.footfall.jobs.windows;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footfall.geofences.Window;
import java.util.Map;
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
