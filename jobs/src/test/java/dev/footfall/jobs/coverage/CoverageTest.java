package dev.footfall.jobs.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StoreRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code completeness}: the share of a window in which every device that feeds a figure was heard. */
class CoverageTest {
    private static final String SECOND_STEP = """
            10:00:00 1 1
            10:00:01 1 1""";

    private final Path folder;

    CoverageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private StorePack store(String... devices) throws IOException {
        return StoreOf.drawing(
                        """
                        +-----+-----+
                        |wine |     >
                        |     |     >
                        +-----+-----+
                        """)
                .floor(
                        "1",
                        """
                        +-----+
                        |beer |
                        +-----+
                        """)
                .devices(devices)
                .in(folder);
    }

    @Test
    void device_isHeardForItsHeartbeatFromEachSign() throws IOException {
        StoreRun run = new StoreRun(store("{id: till, kind: receipt}"))
                .walks(7, SECOND_STEP)
                .online("cam", "10:00:30")
                .online("cam", "10:03:00")
                .end();

        // 10:00:00 to 10:01:30 and 10:03:00 to 10:04:00; the till feeds no visits
        assertThat(run.figures("visits window=1m: completeness")).containsExactly("10:00 completeness=1.0");
        assertThat(run.figures("visits window=15m: completeness")).containsExactly("10:00 completeness=0.1666");
        assertThat(run.figures("visits window=1h: completeness")).containsExactly("10:00 completeness=0.0416");
    }

    @Test
    void severalDevices_mustAllBeHeard() throws IOException {
        StoreRun run = new StoreRun(store("{id: cam-2, kind: track, heartbeat: 30s}"))
                .walks(7, SECOND_STEP)
                .online("cam-2", "10:00:45")
                .end();

        // cam until 10:01:01, the other from 10:00:45 to 10:01:15
        assertThat(run.figures("visits window=1m: completeness")).containsExactly("10:00 completeness=0.25");
        assertThat(run.figures("visits window=15m: completeness")).containsExactly("10:00 completeness=0.0177");
    }

    @Test
    void deviceThatWasNeverHeard_leavesNothing() throws IOException {
        StoreRun run = new StoreRun(store("{id: cam-2, kind: track}"))
                .walks(7, SECOND_STEP)
                .end();

        assertThat(run.figures("visits window=1m: completeness")).containsExactly("10:00 completeness=0.0");
    }

    @Test
    void heatAndZones_areOfTheDevicesOfTheirFloor() throws IOException {
        StoreRun run = new StoreRun(store("{id: upstairs, kind: track, floor: '1'}"))
                .walks(7, SECOND_STEP)
                .end();

        assertThat(run.figures("heatmap floor=0 window=1m cell=2_2: completeness"))
                .containsExactly("10:00 completeness=1.0");
        assertThat(run.figures("zone_dwell zone=wine window=1m: completeness"))
                .containsExactly("10:00 floor=0 completeness=1.0");
    }

    @Test
    void zones_areOfShelfCamerasToo_andStatusesOfThoseCount() throws IOException {
        StoreRun run = new StoreRun(store("{id: shelf, kind: shelf}"))
                .walks(7, SECOND_STEP)
                .online("shelf", "10:00:15")
                .end();

        assertThat(run.figures("heatmap floor=0 window=1m cell=2_2: completeness"))
                .containsExactly("10:00 completeness=1.0");
        assertThat(run.figures("zone_dwell zone=wine window=1m: completeness"))
                .containsExactly("10:00 floor=0 completeness=0.75");
    }

    @Test
    void reportedStay_isASignWhenItIsOver() throws IOException {
        StoreRun run = new StoreRun(store("{id: shelf, kind: shelf}"))
                .walks(7, SECOND_STEP)
                .stays(9, "beer", "10:00:15", null)
                .stays(9, "beer", "10:00:15", "10:00:45")
                .end();

        assertThat(run.figures("zone_dwell zone=wine window=1m: completeness"))
                .containsExactly("10:00 floor=0 completeness=0.25");
    }

    @Test
    void funnelWithReceipts_isOfTillsToo() throws IOException {
        StorePack pack = StoreOf.drawing(
                        """
                        +-----+
                        |wine |
                        +-----+
                        """)
                .devices("{id: till-1, kind: receipt}")
                .says("funnels", "[{id: look, steps: [{zone: wine}]}, {id: buy, steps: [{zone: wine}, receipt]}]")
                .in(folder);
        StoreRun run =
                new StoreRun(pack).walks(7, SECOND_STEP).buys(7, "10:00:30").end();

        assertThat(run.figures("funnel window=1m funnel=look: completeness"))
                .containsExactly("10:00 step=1-wine completeness=1.0");
        assertThat(run.figures("funnel window=1m funnel=buy: completeness"))
                .containsExactly("10:00 step=1-wine completeness=0.5", "10:00 step=2-receipt completeness=0.5");
    }

    /** The report of 10:03 never came: the minute that it would have covered is missing, not the one after. */
    @Test
    void doorReport_isHeardWhereItCounts() throws IOException {
        StoreRun run = new StoreRun(store("{id: east, kind: door, door: door-1}"))
                .counts("east", "10:01:00", 1, 0, 60)
                .counts("east", "10:02:00", 1, 0, 60)
                .counts("east", "10:04:00", 1, 0, 60)
                .end();

        assertThat(run.figures("footfall window=1m: in completeness"))
                .containsExactly(
                        "10:00 door=door-1 in=1 completeness=1.0",
                        "10:01 door=door-1 in=1 completeness=1.0",
                        "10:03 door=door-1 in=1 completeness=1.0");
        assertThat(run.figures("footfall window=15m: completeness"))
                .containsExactly("10:00 door=door-1 completeness=0.2");
        assertThat(run.figures("occupancy window=15m: completeness")).containsExactly("10:00 completeness=0.2");
    }

    @Test
    void doorWithoutCounter_isOfTheCamerasOfItsFloor() throws IOException {
        StoreRun run = new StoreRun(store("{id: upstairs, kind: track, floor: '1'}"))
                .walks(7, """
                        10:00:00 10 1.5
                        10:00:02 14 1.5""")
                .end();

        assertThat(run.figures("footfall window=1m: in completeness"))
                .containsExactly("10:00 door=door-1 in=1 completeness=1.0");
        assertThat(run.figures("occupancy window=1m: completeness")).containsExactly("10:00 completeness=0.0");
    }

    /** What a counter has not told yet is not missing: provisional figures of doors are of the time that its reports have come for. */
    @Test
    void provisionalFigure_isOfThePartThatHasPassed() throws IOException {
        StoreRun run = new StoreRun(store("{id: east, kind: door, door: door-1}"), Cadence.LIVE)
                .walks(7, "10:00:00 1 1")
                .counts("east", "10:01:00", 1, 0, 60)
                .clock("10:01:30")
                .walks(8, "10:03:00 1 1")
                .clock("10:12:00");

        assertThat(run.written("footfall window=1h: completeness"))
                .containsExactly("10:00 door=door-1 completeness=1.0");
        // of a minute and a half the first; of 12 minutes the first and the fourth
        assertThat(run.written("heatmap window=1h cell=2_2: visits completeness"))
                .containsExactly(
                        "10:00 floor=0 visits=1 completeness=0.6666", "10:00 floor=0 visits=2 completeness=0.1666");
    }

    @Test
    void statusThatIsOld_isLeftOutAndNotLate() throws IOException {
        StoreRun run = new StoreRun(store("{id: till, kind: receipt}"))
                .walks(7, SECOND_STEP)
                .clock("10:03:00")
                .online("cam", "10:01:00")
                .online("cam", "10:04:00")
                .end();

        assertThat(run.figures("visits window=15m: completeness")).containsExactly("10:00 completeness=0.1344");
        assertThat(run.chain().lateEvents()).isZero();
    }

    @Test
    void zoneNow_isOfTheSecondBefore() throws IOException {
        StoreRun run = new StoreRun(store("{id: till, kind: receipt}"), Cadence.LIVE)
                .walks(7, SECOND_STEP)
                .clock("10:00:02")
                .clock("10:05:00");

        assertThat(run.written("zone_now zone=wine: people completeness"))
                .containsExactly(
                        "10:00:02 floor=0 people=1 completeness=1.0", "10:05 floor=0 people=0 completeness=0.0");
    }

    /** Silent every other minute for ten days, which is as much as there can be to remember: no more is kept of ten days than of three. */
    @Test
    void state_isOfTheDaysThatAreOpen() throws IOException {
        StoreRun run = new StoreRun(store("{id: till, kind: receipt}"));
        long bytesOfThreeDays = 0;
        for (int day = 0; day < 10; day++) {
            for (LocalTime time = LocalTime.MIN; time.isBefore(LocalTime.of(23, 50)); time = time.plusMinutes(10)) {
                String date = run.pack().calendar().dayOf(0).date().plusDays(20_000L + day) + "T";
                for (int minute = 0; minute < 10; minute += 2) {
                    run.online("cam", date + time.plus(Duration.ofMinutes(minute)) + ":00Z");
                }
                run.clock(date + time + ":01Z");
            }
            bytesOfThreeDays = day == 3 ? size(run) : bytesOfThreeDays;
        }

        assertThat(size(run)).isBetween(1_000L, bytesOfThreeDays + 200);
    }

    private static long size(StoreRun run) throws IOException {
        return Objects.requireNonNull(run.chain().save().get("coverage")).length;
    }
}
