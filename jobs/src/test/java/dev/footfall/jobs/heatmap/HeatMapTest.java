package dev.footfall.jobs.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StoreRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The measurement {@code heatmap}: the time that movement spent in each cell of a floor's grid, exact at cell borders and window borders, and how
 * many distinct visits were there. Cells of these tests are 1 m wide and called {@code column_row}, from the lower left:
 *
 * <pre>
 *   3 +------+
 *     |      |
 *   0 +------+
 *     0      7
 * </pre>
 */
class HeatMapTest {
    private final Path folder;
    private final StorePack pack;

    HeatMapTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pack = store().in(folder.resolve("metre-cells"));
    }

    private static StoreOf store() {
        return StoreOf.drawing(
                        """
                        +------+
                        |      |
                        |      |
                        +------+
                        """)
                .says("parameters", "{cellSize: 1}");
    }

    @Test
    void segment_isCutAtCellBorders() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 0.5 0.5
                        10:00:04 2.5 0.5""")
                .end();

        assertThat(run.figures("heatmap window=1h: seconds visits"))
                .containsExactly(
                        "10:00 cell=0_0 floor=0 seconds=1.0 visits=1",
                        "10:00 cell=1_0 floor=0 seconds=2.0 visits=1",
                        "10:00 cell=2_0 floor=0 seconds=1.0 visits=1");
    }

    /** A border belongs to the cell right of it, and the one above. */
    @Test
    void standingOnABorder_isInTheRightUpperCell() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 2 1
                        10:00:03 2 1""")
                .end();

        assertThat(run.figures("heatmap window=1h: seconds")).containsExactly("10:00 cell=2_1 floor=0 seconds=3.0");
    }

    @Test
    void comingToABorderFromTheLeft_isNotInTheCellBehindIt() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 1.5 0.5
                        10:00:01 2 0.5""")
                .end();

        assertThat(run.figures("heatmap window=1h: seconds visits"))
                .containsExactly("10:00 cell=1_0 floor=0 seconds=1.0 visits=1");
    }

    @Test
    void goingLeftFromABorder_isInTheLeftCellAtOnce() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 2 0.5
                        10:00:01 1.5 0.5""")
                .end();

        assertThat(run.figures("heatmap window=1h: seconds")).containsExactly("10:00 cell=1_0 floor=0 seconds=1.0");
    }

    /** Through a corner point: the cells beside it were touched for no time. */
    @Test
    void throughACorner_touchesTwoCellsOnly() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 0.5 0.5
                        10:00:02 1.5 1.5""")
                .end();

        assertThat(run.figures("heatmap window=1h: seconds"))
                .containsExactly("10:00 cell=0_0 floor=0 seconds=1.0", "10:00 cell=1_1 floor=0 seconds=1.0");
    }

    @Test
    void segment_isCutAtTheMinute() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:14:58 0.5 0.5
                        10:15:03 0.5 0.5""")
                .end();

        assertThat(run.figures("heatmap window=1m: seconds visits"))
                .containsExactly(
                        "10:14 cell=0_0 floor=0 seconds=2.0 visits=1", "10:15 cell=0_0 floor=0 seconds=3.0 visits=1");
        assertThat(run.figures("heatmap window=15m: seconds"))
                .containsExactly("10:00 cell=0_0 floor=0 seconds=2.0", "10:15 cell=0_0 floor=0 seconds=3.0");
        assertThat(run.figures("heatmap window=1d: seconds visits"))
                .containsExactly("04:00 cell=0_0 floor=0 seconds=5.0 visits=1");
    }

    /** A third of a segment each, rounded once: the microseconds of a minute are those of its hour. */
    @Test
    void pieces_areRoundedOnceToMicroseconds() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 0.5 0.5
                        10:00:01 3.5 0.5""")
                .end();

        assertThat(run.figures("heatmap window=1h: seconds"))
                .containsExactly(
                        "10:00 cell=0_0 floor=0 seconds=0.166667",
                        "10:00 cell=1_0 floor=0 seconds=0.333333",
                        "10:00 cell=2_0 floor=0 seconds=0.333333",
                        "10:00 cell=3_0 floor=0 seconds=0.166667");
    }

    @Test
    void lonePoint_isAVisitForNoTime() {
        StoreRun run = new StoreRun(pack).walks(7, "10:00:00 3 2.999").end();

        assertThat(run.figures("heatmap window=1m: seconds visits"))
                .containsExactly("10:00 cell=3_2 floor=0 seconds=0.0 visits=1");
    }

    @Test
    void acrossABreak_nothingIsKnown() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 0.5 0.5
                        10:00:06 2.5 0.5""")
                .end();

        assertThat(run.figures("heatmap window=1m: seconds visits"))
                .containsExactly(
                        "10:00 cell=0_0 floor=0 seconds=0.0 visits=1", "10:00 cell=2_0 floor=0 seconds=0.0 visits=1");
    }

    @Test
    void visits_areDistinctInEveryWindow() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:13:00 0.5 0.5
                        10:14:00 0.5 0.5
                        10:14:30 0.5 0.5
                        10:16:00 0.5 0.5
                        10:30:00 0.5 0.5
                        11:00:00 0.5 0.5""")
                .walks(8, "10:14:00 0.5 0.5")
                .end();

        assertThat(run.figures("heatmap cell=0_0 floor=0 window=1m: visits"))
                .containsExactly(
                        "10:13 visits=1", "10:14 visits=2", "10:16 visits=1", "10:30 visits=1", "11:00 visits=1");
        assertThat(run.figures("heatmap cell=0_0 floor=0 window=15m: visits"))
                .containsExactly("10:00 visits=2", "10:15 visits=1", "10:30 visits=1", "11:00 visits=1");
        assertThat(run.figures("heatmap cell=0_0 floor=0 window=1h: visits"))
                .as("10:30 is another visit than 10:16: more than visitGap lies between them")
                .containsExactly("10:00 visits=3", "11:00 visits=1");
        assertThat(run.figures("heatmap cell=0_0 floor=0 window=1d: visits")).containsExactly("04:00 visits=4");
    }

    @Test
    void offTheFloor_isInNoCell_butCounted() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .walks(
                        7,
                        """
                        10:00:00 6.5 0.5
                        10:00:02 7.5 0.5
                        10:00:03 7.5 0.5""")
                .walks(8, "10:00:00 -1 -1")
                .clock("10:01")
                .end();

        assertThat(run.figures("heatmap window=1h: seconds visits"))
                .containsExactly("10:00 cell=6_0 floor=0 seconds=1.0 visits=1");
        assertThat(run.written("pipeline: off_floor_seconds")).containsExactly("10:01 off_floor_seconds=2.0");
    }

    @Test
    void floors_haveGridsOfTheirOwn() throws IOException {
        StorePack two = store().floor(
                        "1",
                        """
                        +--+
                        |  |
                        +--+
                        """)
                .in(folder.resolve("two-floors"));
        StoreRun run = new StoreRun(two)
                .walks(7, "0", false, "10:00:00 0.5 0.5")
                .walks(7, "1", false, "10:00:01 0.5 0.5")
                .end();

        assertThat(run.figures("heatmap window=1h: visits"))
                .containsExactly("10:00 cell=0_0 floor=0 visits=1", "10:00 cell=0_0 floor=1 visits=1");
    }

    /** The grid begins at the outline's lower left corner, rounded down to a multiple of the cell. */
    @Test
    void grid_beginsAtAMultipleOfTheCell() throws IOException {
        StorePack coarse = store().says("parameters", "{cellSize: 2.5}").in(folder.resolve("coarse"));
        StoreRun run = new StoreRun(coarse)
                .walks(7, "10:00:00 2.499 0")
                .walks(8, "10:00:00 2.5 2.5")
                .end();

        assertThat(run.figures("heatmap window=1h: visits"))
                .containsExactly("10:00 cell=0_0 floor=0 visits=1", "10:00 cell=1_1 floor=0 visits=1");
    }

    @Test
    void staff_leaveNoHeat() {
        StoreRun run = new StoreRun(pack)
                .staffWalks(7, """
                        10:00:00 0.5 0.5
                        10:00:02 0.5 0.5""")
                .end();

        assertThat(run.figures("heatmap window=1d: seconds")).isEmpty();
    }

    @Test
    void cells_areDescribedOnceAStoreDay() {
        StoreRun run = new StoreRun(pack)
                .walks(7, "10:00:00 0.5 1.5")
                .walks(8, "11:00:00 0.5 1.5")
                .walks(9, "2026-05-05T10:00:00Z 0.5 1.5")
                .end();

        assertThat(run.written("cells cell=0_1 floor=0: x y lat lon"))
                .containsExactly(
                        "04:00 x=0.5 y=1.5 lat=0.0015 lon=5.0E-4",
                        "2026-05-05T04:00Z x=0.5 y=1.5 lat=0.0015 lon=5.0E-4");
    }

    @Test
    void window_isFinalWhenTheClockHasPassedItByBridge() {
        StoreRun run = new StoreRun(pack).walks(7, "10:00:59 0.5 0.5").clock("10:01:04.999");
        assertThat(run.figures("heatmap window=1m: visits")).isEmpty();

        run.clock("10:01:05");
        assertThat(run.figures("heatmap window=1m: visits")).containsExactly("10:00 cell=0_0 floor=0 visits=1");
    }
}
