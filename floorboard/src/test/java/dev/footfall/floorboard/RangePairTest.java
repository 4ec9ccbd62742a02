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

/** Ranges of a store in Berlin, whose days begin at four, beside others that are like them. */
class RangePairTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final StoreCalendar CALENDAR = new StoreCalendar(BERLIN, LocalTime.of(4, 0));

    private static RangePair pair(String range, String against, String now) throws Refusal {
        return RangePair.of(range, against, CALENDAR, BERLIN, Instant.parse(now).toEpochMilli());
    }

    private static String at(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    @ParameterizedTest
    @CsvSource({"day, 2026-11-20", "week, 2026-11-14", "2026-10-01, 2026-10-01"})
    void daysThatAreOver_areComparedWhole(String against, String date) throws Refusal {
        RangePair pair = pair("2026-11-21", against, "2026-11-22T12:00:00Z");
        assertThat(pair.whole()).isTrue();
        assertThat(pair.other().date()).isEqualTo(date);
        assertThat(pair.shownEndMillis()).isEqualTo(pair.shown().toMillis());
        assertThat(pair.otherEndMillis()).isEqualTo(pair.other().toMillis());
    }

    @Test
    void dayThatRuns_isComparedUntilItsLastQuarterThatIsOver() throws Refusal {
        RangePair pair = pair("today", "day", "2026-11-22T12:29:59Z");
        assertThat(pair.whole()).isFalse();
        assertThat(at(pair.shownEndMillis())).isEqualTo("2026-11-22T12:15:00Z");
        assertThat(at(pair.otherEndMillis())).isEqualTo("2026-11-21T12:15:00Z");
        RangePair turned = pair("yesterday", "2026-11-22", "2026-11-22T12:29:59Z");
        assertThat(turned.whole()).isFalse();
        assertThat(at(turned.shownEndMillis())).isEqualTo("2026-11-21T12:15:00Z");
        assertThat(at(turned.otherEndMillis())).isEqualTo("2026-11-22T12:15:00Z");
    }

    @Test
    void clocksTurnedBetween_theWallClockIsTheSame() throws Refusal {
        RangePair pair = pair("2026-10-26", "week", "2026-10-26T11:40:00Z"); // 12:40, the week before 12:40 was 10:40Z
        assertThat(at(pair.shownEndMillis())).isEqualTo("2026-10-26T11:30:00Z");
        assertThat(at(pair.otherEndMillis())).isEqualTo("2026-10-19T10:30:00Z");
        RangePair longDay = pair("2026-10-24", "day", "2026-10-26T11:40:00Z");
        assertThat(longDay.whole()).isTrue();
        assertThat(longDay.shown().toMillis() - longDay.shown().fromMillis()).isEqualTo(25 * 3_600_000L);
    }

    @Test
    void liveHour_isComparedWithTheHourOfTheSameClock() throws Refusal {
        RangePair running = pair("live", "week", "2026-10-26T14:31:00Z");
        assertThat(at(running.shown().fromMillis())).isEqualTo("2026-10-26T14:00:00Z");
        assertThat(running.other().window()).isEqualTo("1h");
        assertThat(at(running.other().fromMillis())).isEqualTo("2026-10-19T13:00:00Z");
        assertThat(running.whole()).isFalse();
        assertThat(at(running.shownEndMillis())).isEqualTo("2026-10-26T14:30:00Z");
        assertThat(at(running.otherEndMillis())).isEqualTo("2026-10-19T13:30:00Z");
        RangePair over = pair("live", "day", "2026-11-22T14:10:00Z");
        assertThat(over.whole()).isTrue();
        assertThat(at(over.other().toMillis())).isEqualTo("2026-11-21T14:00:00Z");
    }

    @Test
    void dayToCome_hasNothingToCompare() throws Refusal {
        RangePair pair = pair("2026-11-20", "2026-12-24", "2026-11-22T12:00:00Z");
        assertThat(pair.whole()).isFalse();
        assertThat(pair.otherEndMillis()).isEqualTo(pair.other().fromMillis());
        assertThat(pair.shownEndMillis()).isEqualTo(pair.shown().fromMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "live", "today", "month", "2026-02-30"})
    void other_isRefused(String against) {
        assertThatThrownBy(() -> pair("today", against, "2026-11-22T12:00:00Z")).isInstanceOf(Refusal.class);
    }
}
