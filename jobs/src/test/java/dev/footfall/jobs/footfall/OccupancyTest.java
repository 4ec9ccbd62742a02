package dev.footfall.jobs.footfall;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.windows.Finality;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many people are in the store: the running sum of in − out since the day cut, never below nobody. All changes of one instant apply as one,
 * then what would be below zero is cut off and said. Windows carry on with the value they begin with.
 */
class OccupancyTest {
    private final StoreCalendar calendar = new StoreCalendar(ZoneOffset.UTC, LocalTime.of(4, 0));
    private Occupancy occupancy = new Occupancy();

    private void changes(String time, long net) {
        occupancy.change(at(time), net);
    }

    private List<String> minutes(String clock) {
        occupancy.apply(calendar, at(clock));
        return shown(occupancy, clock, Window.MINUTE);
    }

    private static List<String> shown(Occupancy occupancy, String clock, Window length) {
        List<String> windows = new ArrayList<>();
        occupancy.windows().settle(at(clock), 0, Finality.BY_WINDOW, (window, start, people, status) -> {
            if (window == length) {
                windows.add("%s: %d, at most %d, %d cut off"
                        .formatted(Times.text(start), people.people, people.most, people.clamped));
            }
        });
        return windows;
    }

    @Test
    void people_areInLessOut() {
        changes("10:00:10", 3);
        changes("10:00:20", -1);
        changes("10:01:10", 2);

        assertThat(minutes("11:00"))
                .containsExactly("10:00: 2, at most 3, 0 cut off", "10:01: 4, at most 4, 0 cut off");
    }

    @Test
    void mostPeople_includeThoseCarriedIn() {
        changes("10:00", 5);
        changes("10:02", -4);

        assertThat(minutes("11:00"))
                .containsExactly("10:00: 5, at most 5, 0 cut off", "10:02: 1, at most 5, 0 cut off");
    }

    @Test
    void changeOnABorder_belongsToTheWindowThatBeginsThere() {
        changes("10:00:59.999", 1);
        changes("10:01:00", 1);

        assertThat(minutes("11:00"))
                .containsExactly("10:00: 1, at most 1, 0 cut off", "10:01: 2, at most 2, 0 cut off");
    }

    @Test
    void belowNobody_isCutOffAndSaid() {
        changes("10:00:10", 1);
        changes("10:00:20", -4);
        changes("10:00:30", 2);
        changes("10:00:40", -3);

        assertThat(minutes("11:00")).containsExactly("10:00: 0, at most 2, 4 cut off");
    }

    /** At one door two go out, at another two come in: nobody was cut off, whichever was heard first. */
    @Test
    void changesOfOneInstant_areOneNetChange() {
        changes("10:00:10", -2);
        changes("10:00:10", 2);
        changes("10:00:20", -1);
        changes("10:00:20", 3);

        assertThat(minutes("11:00")).containsExactly("10:00: 2, at most 2, 0 cut off");
    }

    @Test
    void netChangeOfNothing_isAPoint() {
        changes("10:00:10", 0);

        assertThat(minutes("11:00")).containsExactly("10:00: 0, at most 0, 0 cut off");
    }

    /** A door report counts at the start of its interval, so a later report may change an earlier instant. */
    @Test
    void changes_applyInTheOrderOfTheirInstants() {
        changes("10:00:30", -1);
        changes("10:00:10", 1);

        assertThat(minutes("11:00")).containsExactly("10:00: 0, at most 1, 0 cut off");
    }

    @Test
    void changes_waitUntilNoneCanComeBeforeThem() {
        changes("10:00:30", -1);
        occupancy.apply(calendar, at("10:00:30"));
        assertThat(occupancy.waits()).isTrue();
        changes("10:00:30", 1);

        occupancy.apply(calendar, at("10:00:30.001"));

        assertThat(occupancy.waits()).isFalse();
        assertThat(shown(occupancy, "11:00", Window.MINUTE)).containsExactly("10:00: 0, at most 0, 0 cut off");
    }

    @Test
    void dayCut_sendsEverybodyHome() {
        changes("2026-05-04T03:59:59.999Z", 7);
        changes("2026-05-04T04:00:00Z", 1);

        occupancy.apply(calendar, Long.MAX_VALUE);

        assertThat(shown(occupancy, "2026-05-06T00:00:00Z", Window.DAY))
                .containsExactly("2026-05-03T04:00Z: 7, at most 7, 0 cut off", "04:00: 1, at most 1, 0 cut off");
    }

    @Test
    void expected_showsWhatWaits_andLeavesItWaiting() {
        changes("10:00:10", 2);
        occupancy.apply(calendar, at("10:00:20"));
        changes("10:00:30", 3);

        Occupancy expected = occupancy.expected(calendar);

        assertThat(shown(expected, "11:00", Window.MINUTE)).containsExactly("10:00: 5, at most 5, 0 cut off");
        assertThat(occupancy.waits()).isTrue();
        assertThat(shown(occupancy, "11:00", Window.MINUTE)).containsExactly("10:00: 2, at most 2, 0 cut off");
    }
}
