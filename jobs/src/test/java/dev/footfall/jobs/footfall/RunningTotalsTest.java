package dev.footfall.jobs.footfall;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.jobs.batches.DoorReport;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the running totals of a counter become what happened since its report before. */
class RunningTotalsTest {
    private static final StoreCalendar CALENDAR = new StoreCalendar(ZoneOffset.UTC, LocalTime.of(4, 0));

    private final RunningTotals totals = new RunningTotals();

    private String counts(String device, long in, long out, boolean areTotals) {
        return counts("10:00", device, in, out, areTotals);
    }

    private String counts(String time, String device, long in, long out, boolean areTotals) {
        DoorReport report =
                totals.difference(new DoorReport(at(time), device, in, out, 3, 60_000, areTotals), CALENDAR);
        assertThat(report.passing()).isEqualTo(3);
        assertThat(report.intervalMillis()).isEqualTo(60_000);
        return report.in() + " in, " + report.out() + " out";
    }

    @Test
    void firstTotals_countNothing() {
        assertThat(counts("a", 100, 90, true)).isEqualTo("0 in, 0 out");
    }

    @Test
    void laterTotals_countWhatWasAdded() {
        counts("a", 100, 90, true);

        assertThat(counts("a", 103, 90, true)).isEqualTo("3 in, 0 out");
        assertThat(counts("a", 103, 97, true)).isEqualTo("0 in, 7 out");
    }

    /** So that a day can be computed again from itself and the day before. */
    @Test
    void totalsOlderThanTheDayBefore_areABaseAnew() {
        counts("2026-05-02T04:00:00Z", "a", 100, 90, true);
        assertThat(counts("2026-05-04T03:59:59Z", "a", 103, 90, true)).isEqualTo("3 in, 0 out");
        assertThat(counts("2026-05-05T04:00:00Z", "a", 110, 91, true)).isEqualTo("0 in, 0 out");
        assertThat(counts("2026-05-05T04:01:00Z", "a", 111, 92, true)).isEqualTo("1 in, 1 out");
    }

    @Test
    void devices_areApart() {
        counts("a", 100, 90, true);

        assertThat(counts("b", 103, 97, true)).isEqualTo("0 in, 0 out");
        assertThat(counts("a", 101, 91, true)).isEqualTo("1 in, 1 out");
    }

    @Test
    void counts_arePassedOn() {
        assertThat(counts("a", 5, 4, false)).isEqualTo("5 in, 4 out");
    }

    /** Up to ten counters wrap at powers of ten, or of two; one that fell from elsewhere was set back and counted on from nothing. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # last,      now,  since, what happened
                    10,          10,   0,     nothing
                    10,          12,   2,     counted
                    9998,        3,    5,     rolled over after 9999
                    99990,       9,    19,    rolled over after 99999
                    65535,       0,    1,     rolled over after 2^16 - 1
                    65530,       4,    10,    rolled over after 2^16 - 1
                    255,         1,    2,     rolled over after 2^8 - 1
                    4294967295,  0,    1,     rolled over after 2^32 - 1
                    5000,        7,    7,     reset
                    9998,        1500, 1500,  reset
                    8999,        3,    3,     reset
                    1,           0,    0,     reset
                    """)
    void difference(long last, long now, long since, String what) {
        assertThat(RunningTotals.difference(last, now)).as(what).isEqualTo(since);
    }
}
