package dev.footfall.floorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.geofences.StoreCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Choices of time as windows of a store in Berlin whose days begin at four. */
class TimeRangeTest {
    private static final StoreCalendar BERLIN = new StoreCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));

    private static TimeRange at(String range, String now) throws Refusal {
        return TimeRange.of(range, BERLIN, Instant.parse(now).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T14:20:00Z, 2026-11-22T14:00:00Z", // a quarter is over
        "2026-11-22T14:14:59Z, 2026-11-22T13:00:00Z", // still the last full hour
        "2026-11-22T03:05:00Z, 2026-11-22T03:00:00Z", // a store day has just begun: nothing of the day before
    })
    void live_isTheHourAQuarterAgo(String now, String from) throws Refusal {
        TimeRange live = at("live", now);
        assertThat(live.window()).isEqualTo("1h");
        assertThat(Instant.ofEpochMilli(live.fromMillis())).isEqualTo(from);
        assertThat(live.toMillis() - live.fromMillis()).isEqualTo(3_600_000);
        assertThat(live.date()).isEqualTo("2026-11-22");
    }

    @Test
    void today_beforeTheDayCut_isTheDateBefore() throws Refusal {
        assertThat(at("today", "2026-11-22T02:59:59Z").date()).isEqualTo("2026-11-21");
        assertThat(at("yesterday", "2026-11-22T02:59:59Z").date()).isEqualTo("2026-11-20");
        assertThat(at("today", "2026-11-22T03:00:00Z").date()).isEqualTo("2026-11-22");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28, 23", "2026-07-01, 24", "2026-10-24, 25"})
    void day_hasTheHoursOfItsClock(String date, int hours) throws Refusal {
        TimeRange day = at(date, "2026-11-22T12:00:00Z");
        assertThat(day.window()).isEqualTo("1d");
        assertThat(day.toMillis() - day.fromMillis()).isEqualTo(hours * 3_600_000L);
        assertThat(day.today()).isEqualTo("2026-11-22");
    }

    @Test
    void instant_isTheHourThatHoldsIt() throws Refusal {
        TimeRange hour = at("2026-11-21T09:40Z", "2026-11-22T12:00:00Z");
        assertThat(hour.window()).isEqualTo("1h");
        assertThat(Instant.ofEpochMilli(hour.fromMillis())).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(hour.toMillis() - hour.fromMillis()).isEqualTo(3_600_000);
        assertThat(hour.date()).isEqualTo("2026-11-21");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-02-30",
                "2026-11-22T00:00",
                "1960-01-01T09:00Z",
                "+10000-01-01",
                "1969-12-31"
            })
    void other_isRefused(String range) {
        assertThatThrownBy(() -> at(range, "2026-11-22T12:00:00Z")).isInstanceOf(Refusal.class);
    }
}
