package dev.footfall.jobs.devices;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceTally;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.Tick;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StoreRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A point for each device of {@code store.yaml} and minute of the store's clock, and one of the way in; written again as they change. */
class DevicesTest {
    private static final String HEALTH = "device_health: state events rejected";
    private static final String CAM = "device_health device=cam: state last_heard_ms events rejected clock_skew_ms";

    private final StoreRun run;
    private final StorePack pack;

    DevicesTest(@TempDir Path folder) throws IOException {
        pack = StoreOf.drawing(
                        """
                        +-----+
                        |wine |
                        +-----+
                        """)
                .devices("{id: shelf, kind: shelf}", "{id: shelf, kind: beacon}")
                .in(folder);
        run = new StoreRun(pack, Cadence.LIVE);
    }

    @Test
    void listedDevices_haveAPointEachMinute_unknownUntilTheyAreHeard() {
        run.ticks("10:00:00", "10:00:59");
        run.tally("cam", "10:00:58", 3, 1).tally("visitor", "10:00:58", 1, 0).ticks("10:01:00", "10:01:01");

        assertThat(run.written(HEALTH))
                .containsExactly(
                        "10:00 device=cam state=unknown events=0 rejected=0",
                        "10:00 device=shelf state=unknown events=0 rejected=0",
                        "10:00 device=cam state=online events=3 rejected=1",
                        "10:01 device=cam state=online events=0 rejected=0",
                        "10:01 device=shelf state=unknown events=0 rejected=0");
        assertThat(run.written("device_health device=shelf: last_heard_ms")).isEmpty();
    }

    @Test
    void runningMinute_isShownEveryTenSecondsOfTheClock_andOnlyWhatChanged() {
        run.clock("10:00:01").tally("cam", "10:00:02", 1, 0).clock("10:00:03");
        run.tally("cam", "10:00:04", 2, 0).clock("10:00:09").clock("10:00:10");
        run.ticks("10:00:11", "10:00:49");

        assertThat(run.written(HEALTH))
                .containsExactly(
                        "10:00 device=cam state=unknown events=0 rejected=0",
                        "10:00 device=shelf state=unknown events=0 rejected=0",
                        "10:00 device=cam state=online events=3 rejected=0");
        assertThat(run.written("pipeline: frames")).hasSize(1 + 4);
    }

    @Test
    void tallies_countInTheMinuteTheyAreOf_thoughTheyComeLater() {
        run.clock("10:00:30")
                .tally("cam", "10:00:59.999", 1, 0)
                .tally("cam", "10:01:00", 2, 0)
                .tally("cam", "10:04:10", 4, 0)
                .clock("10:06:00");

        assertThat(run.written("device_health device=cam: events"))
                .as("minutes of which nothing is known have no point")
                .containsExactly(
                        "10:00 events=0", "10:00 events=1", "10:01 events=2", "10:04 events=4", "10:06 events=0");
        assertThat(run.written("pipeline: frames"))
                .containsExactly("10:00 frames=0", "10:00 frames=0", "10:06 frames=1");
    }

    /** Of a gateway that was not waited for: nothing is lost of its counts. */
    @Test
    void tallyOfAMinuteThatIsOver_countsInTheRunningOne() {
        run.clock("10:05:30").tally("cam", "10:02:00", 5, 2).ticks("10:05:31", "10:05:40");

        assertThat(run.written(CAM).get(1))
                .isEqualTo("10:05 state=online last_heard_ms=%d events=5 rejected=2 clock_skew_ms=0"
                        .formatted(at("10:02:00")));
    }

    @Test
    void state_isOfflineAfterALastWill_andOnlineWhenHeardAgain() {
        run.tally("cam", "10:00:02", 1, 0).clock("10:00:10");
        run.tally(new DeviceTally("cam", at("10:00:20"), at("04:10"), 1, 0, null, DeviceState.OFFLINE))
                .clock("10:00:30");
        run.tally("cam", "10:00:35", 0, 1).clock("10:00:40");

        assertThat(run.written(CAM))
                .containsExactly(
                        "10:00 state=online last_heard_ms=%d events=1 rejected=0 clock_skew_ms=0"
                                .formatted(at("10:00:02")),
                        "10:00 state=offline last_heard_ms=%d events=2 rejected=0 clock_skew_ms=0"
                                .formatted(at("10:00:02")),
                        "10:00 state=online last_heard_ms=%d events=2 rejected=1 clock_skew_ms=0"
                                .formatted(at("10:00:35")));
    }

    @Test
    void pipeline_countsFramesAndLateEvents_inTheMinuteTheyCame() {
        run.walks(7, "10:00:00 1 1").clock("10:00:30");
        run.walks(7, "10:00:29 1 1").walks(8, "10:00:10 1 1").clock("10:00:59");
        run.walks(7, "10:01:00 1 1").clock("10:01:01").end();

        assertThat(run.written("pipeline: frames late_events"))
                .containsExactly(
                        "10:00 frames=1 late_events=0",
                        "10:00 frames=2 late_events=2",
                        "10:00 frames=2 late_events=2",
                        "10:01 frames=1 late_events=0",
                        "10:01 frames=1 late_events=0");
        assertThat(run.written("pipeline: lag_ms")).as("there is no wall here").isEmpty();
    }

    /** A gateway that has just begun says it promises nothing: that is no minute of the store. */
    @Test
    void clockThatPromisesNothing_hasNoPoints_andLosesNoCount() throws Exception {
        run.chain()
                .accept(FrameCodec.encode(new Tick("shop", "shop", "e1", 0, 0, SensorEvent.EARLIEST_MILLIS - 2_000)));
        run.walks(7, "10:00:00 1 1");
        run.chain().accept(FrameCodec.encode(new Tick("shop", "shop", "e1", 0, 0, SensorEvent.EARLIEST_MILLIS)));
        assertThat(run.chain().points()).isEmpty();

        run.clock("10:00:30");

        assertThat(run.written("pipeline: frames")).containsExactly("10:00 frames=1");
    }

    @Test
    void replay_writesNeither() {
        StoreRun replay = new StoreRun(pack)
                .tally("cam", "10:00:02", 1, 1)
                .ticks("10:00:10", "10:02:00")
                .end();

        assertThat(replay.chain().points()).isEmpty();
    }
}
