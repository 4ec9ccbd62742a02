package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which points appear while a window is open, by the schedule of {@link Cadence#LIVE}: counts every second in which they changed; maps the
 * minute only when final, 15m each minute, 1h each 5 min, 1d each 15 min, and only what changed. A figure has status 0 until it is final, then 1.
 */
class ProvisionalTest {
    private final StorePack pack;

    ProvisionalTest(@TempDir Path folder) throws IOException {
        pack = StoreOf.drawing(
                        """
                        +-----+--------+
                        |wine >        |
                        |     >        |
                        +-----+--------+
                        """)
                .devices("{id: east, kind: door, door: door-1, interval: 30s}")
                .says("parameters", "{cellSize: 100}")
                .in(folder);
    }

    @Test
    void footfall_isShownEverySecondInWhichItChanged() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .counts("east", "10:00:10", 1, 0, 0)
                .clock("10:00:10.500")
                .clock("10:00:10.900")
                .clock("10:00:11")
                .counts("east", "10:00:11.200", 2, 0, 0)
                .clock("10:00:11.300")
                .ticks("10:00:12", "10:01:31");

        assertThat(run.written("footfall door=door-1 window=1m: in status"))
                .containsExactly("10:00 in=1 status=0", "10:00 in=3 status=0", "10:00 in=3 status=1");
    }

    /** Changes wait for reports that may come before them; what is shown meanwhile is what they would make. */
    @Test
    void occupancy_isShownAsItWouldBe_whileChangesWait() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .counts("east", "10:00:10", 0, 1, 0)
                .clock("10:00:11");
        assertThat(run.written("occupancy window=1m: people clamped status"))
                .containsExactly("10:00 people=0 clamped=1 status=0");

        run.counts("east", "10:00:20", 2, 0, 15).clock("10:00:21");
        assertThat(run.written("occupancy window=1m: people clamped status").get(1))
                .isEqualTo("10:00 people=1 clamped=0 status=0");

        run.clock("10:01:30");
        assertThat(run.figures("occupancy window=1m: people clamped status"))
                .containsExactly("10:00 people=1 clamped=0 status=1");
    }

    @Test
    void visits_areShownTheSecondTheyEnd() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .walks(7, "10:00:00 1 1")
                .ticks("10:00:01", "10:05:02")
                .ticks("10:05:58", "10:06:01");

        assertThat(run.written("visits window=1m: visits status"))
                .containsExactly("10:00 visits=1 status=0", "10:00 visits=1 status=1");
        assertThat(run.written("visits window=1h: visits status")).containsExactly("10:00 visits=1 status=0");
    }

    @Test
    void heat_isShownTheMoreSeldomTheLongerTheWindow() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE).clock("10:00:00");
        for (int second = 1; second < 20 * 60; second += 2) {
            String time = "10:%02d:%02d".formatted(second / 60, second % 60);
            run.walks(7, time + " 1 1").clock(time + ".001");
        }

        assertThat(run.written("heatmap window=1m: seconds status"))
                .as("only final")
                .hasSize(19)
                .startsWith("10:00 cell=0_0 floor=0 seconds=59.0 status=1")
                .contains("10:18 cell=0_0 floor=0 seconds=60.0 status=1");
        assertThat(run.written("heatmap window=15m: seconds status"))
                .as("14 times open, at 10:15 with the first of the next, final, and four times the next")
                .hasSize(14 + 2 + 1 + 4)
                .startsWith(
                        "10:00 cell=0_0 floor=0 seconds=60.0 status=0", "10:00 cell=0_0 floor=0 seconds=120.0 status=0")
                .contains(
                        "10:00 cell=0_0 floor=0 seconds=899.0 status=1",
                        "10:15 cell=0_0 floor=0 seconds=241.0 status=0");
        assertThat(run.written("heatmap window=1h: seconds status"))
                .containsExactly(
                        "10:00 cell=0_0 floor=0 seconds=300.0 status=0",
                        "10:00 cell=0_0 floor=0 seconds=600.0 status=0",
                        "10:00 cell=0_0 floor=0 seconds=900.0 status=0");
        assertThat(run.written("heatmap window=1d: seconds status"))
                .containsExactly("04:00 cell=0_0 floor=0 seconds=900.0 status=0");
    }

    @Test
    void whatDidNotChange_isNotShownAgain() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .clock("10:00")
                .walks(7, """
                        10:00:10 1 1
                        10:00:12 1 1""")
                .ticks("10:00:13", "10:10:00");

        assertThat(run.written("heatmap window=15m: seconds")).containsExactly("10:00 cell=0_0 floor=0 seconds=2.0");
        assertThat(run.written("zone_dwell window=15m: stays seconds"))
                .containsExactly("10:00 floor=0 zone=wine stays=1 seconds=2.0");
        assertThat(run.written("zone_flow window=15m: visits")).containsExactly("10:00 edge=start->end visits=1");
        assertThat(run.written("footfall window=15m: in")).isEmpty();
    }

    @Test
    void finalFigures_areThoseOfAReplay() {
        StoreRun live = busy(new StoreRun(pack, Cadence.LIVE));
        StoreRun replay = busy(new StoreRun(pack, Cadence.FINAL_ONLY));

        assertThat(live.chain().finalLines())
                .isEqualTo(replay.chain().finalLines())
                .hasSizeGreaterThan(50);
        assertThat(live.chain().points().size())
                .isGreaterThan(2 * replay.chain().points().size());
    }

    private static StoreRun busy(StoreRun run) {
        for (int minute = 0; minute < 59; minute += 7) {
            String at = "10:%02d:".formatted(minute);
            run.walks(1 + minute, at + "10 1 1").walks(1 + minute, at + "12 4 2");
            run.counts("east", at + "20", 2, 0, 20).clock(at + "13");
            run.walks(1 + minute, at + "14 8 2").walks(2 + minute, at + "15 6 0");
            run.counts("east", at + "40", 0, 1, 20).ticks(at + "15", at + "59");
        }
        return run.end();
    }
}
