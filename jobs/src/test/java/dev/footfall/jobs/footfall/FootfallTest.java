package dev.footfall.jobs.footfall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StoreRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The measurements {@code footfall}, per door, and {@code occupancy}, of the store, from door counters and from tracks. The counter
 * {@code east} counts at the eastern door and reports over 10 min at most; the southern door has none and is crossed by tracks:
 *
 * <pre>
 *   4 +--------+
 *     |        &lt;      door-1
 *     |        &lt;
 *   1 +-^^^^---+      door-2
 *   0 +--------+
 * </pre>
 */
class FootfallTest {
    private static final String IN = """
            %1$s:00 4 0
            %1$s:02 4 3""";

    private final StorePack pack;

    FootfallTest(@TempDir Path folder) throws IOException {
        pack = StoreOf.drawing(
                        """
                        +--------+
                        |        <
                        |        <
                        +-^^^^---+
                        +--------+
                        """)
                .devices(
                        "{id: east, kind: door, door: door-1, interval: 10m}",
                        "{id: total, kind: door, door: door-1, interval: 0}")
                .in(folder);
    }

    @Test
    void report_countsAtItsTime() {
        StoreRun run = new StoreRun(pack).counts("east", "10:15", 3, 1, 0).end();

        assertThat(run.figures("footfall window=15m: in out passing"))
                .containsExactly("10:15 door=door-1 in=3 out=1 passing=0");
        assertThat(run.figures("occupancy window=15m: people people_max clamped"))
                .containsExactly("10:15 people=2 people_max=2 clamped=0");
    }

    @Test
    void report_withAnInterval_countsAtItsStart() {
        StoreRun run = new StoreRun(pack).counts("east", "10:20", 3, 1, 600).end();

        assertThat(run.figures("footfall window=1m: in")).containsExactly("10:10 door=door-1 in=3");
        assertThat(run.figures("occupancy window=1m: people")).containsExactly("10:10 people=2");
    }

    @Test
    void report_withAnIntervalOverTheDayCut_countsInTheDayItBeganIn() {
        StoreRun run = new StoreRun(pack)
                .counts("east", "04:05", 3, 1, 600)
                .counts("east", "04:05:01", 1, 0, 0)
                .end();

        assertThat(run.figures("occupancy window=1d: people"))
                .containsExactly("2026-05-03T04:00Z people=2", "04:00 people=1");
    }

    @Test
    void totals_countWhatWasAdded() {
        StoreRun run = new StoreRun(pack)
                .totals("total", "10:00", 1000, 900)
                .totals("total", "10:01", 1003, 901)
                .end();

        assertThat(run.figures("footfall window=1m: in out"))
                .containsExactly("10:00 door=door-1 in=0 out=0", "10:01 door=door-1 in=3 out=1");
    }

    @Test
    void crossing_countsAtTheObservationThatShowsIt() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:14:59 4 0
                        10:15:00 4 2""")
                .end();

        assertThat(run.figures("footfall window=15m: in out")).containsExactly("10:15 door=door-2 in=1 out=0");
    }

    @Test
    void reportsAndCrossings_makeOneOccupancy() {
        StoreRun run = new StoreRun(pack)
                .walks(7, IN.formatted("10:00"))
                .counts("east", "10:00:30", 0, 1, 0)
                .walks(8, IN.formatted("10:01"))
                .end();

        assertThat(run.figures("occupancy window=1m: people people_max clamped"))
                .containsExactly("10:00 people=0 people_max=1 clamped=0", "10:01 people=1 people_max=1 clamped=0");
        assertThat(run.figures("occupancy window=1h: people people_max clamped"))
                .containsExactly("10:00 people=1 people_max=1 clamped=0");
    }

    /** One goes out at one door at the very instant at which another comes in at the other: nobody is cut off. */
    @Test
    void changesOfOneInstantAtTwoDoors_areOneNetChange() {
        StoreRun run = new StoreRun(pack)
                .counts("east", "10:00:02", 0, 1, 0)
                .walks(7, IN.formatted("10:00"))
                .end();

        assertThat(run.figures("occupancy window=1h: people people_max clamped"))
                .containsExactly("10:00 people=0 people_max=0 clamped=0");
    }

    /** Who goes out of the east door is reported minutes after he came in by tracks; the instants decide. */
    @Test
    void reportThatComesLater_butCountsEarlier_isAppliedFirst() {
        StoreRun run = new StoreRun(pack)
                .walks(7, IN.formatted("10:05"))
                .clock("10:06")
                .counts("east", "10:09", 0, 1, 300)
                .clock("10:10")
                .end();

        assertThat(run.figures("occupancy window=1h: people people_max clamped"))
                .containsExactly("10:00 people=1 people_max=1 clamped=1");
    }

    @Test
    void window_isFinalWhenTheLongestIntervalHasPassed() {
        StoreRun run = new StoreRun(pack).counts("east", "10:00:30", 1, 0, 0).clock("10:10:59.999");
        assertThat(run.figures("footfall window=1m: in")).isEmpty();

        run.clock("10:11");
        assertThat(run.figures("footfall window=1m: in")).containsExactly("10:00 door=door-1 in=1");
        assertThat(run.figures("occupancy window=1m: people")).containsExactly("10:00 people=1");
    }

    @Test
    void staff_areNotCounted() {
        StoreRun run = new StoreRun(pack).staffWalks(7, IN.formatted("10:00")).end();

        assertThat(run.figures("footfall window=1d: in")).isEmpty();
    }

    /** Who stood behind the old door stands before the new one, and goes in there. */
    @Test
    void newLayout_beginsWithTheSidesOfItsOwnDoors(@TempDir Path folder) throws IOException {
        StorePack renovated = StoreOf.drawing(
                        """
                        +--------+
                        |        |
                        |        |
                        +-^^^^---+
                        +--------+
                        """)
                .from(
                        "2026-05-04T10:00:01.500Z",
                        """
                        +--------+
                        |        |
                        +-^^^^---+
                        |        |
                        +--------+
                        """)
                .in(folder);
        StoreRun run = new StoreRun(renovated)
                .walks(
                        7,
                        """
                        10:00:00 4 1.5
                        10:00:01 4 1.5
                        10:00:02 4 3""")
                .end();

        assertThat(run.figures("footfall window=1d: in out")).containsExactly("04:00 door=door-1 in=1 out=0");
    }

    /** Only the shelves were moved: who stood in the doorway meanwhile goes in once. */
    @Test
    void newLayout_withTheSameDoors_keepsTheirSides(@TempDir Path folder) throws IOException {
        String drawing =
                """
                +--------+
                |        |
                +-^^^^---+
                |        |
                +--------+
                """;
        StorePack rearranged = StoreOf.drawing(drawing)
                .from("2026-05-04T10:00:01.500Z", drawing)
                .zone("shelf", "[[[4, 3], [5, 3], [5, 4], [4, 4], [4, 3]]]")
                .in(folder);
        StoreRun run = new StoreRun(rearranged)
                .walks(
                        7,
                        """
                        10:00:00 4 1
                        10:00:01 4 2
                        10:00:02 4 3""")
                .end();

        assertThat(run.figures("footfall window=1d: in out")).containsExactly("04:00 door=door-1 in=1 out=0");
    }
}
