package dev.footfall.jobs.dwell;

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
 * The live gauge {@code zone_now}: at every second of the store's clock, how many people are inside each zone and how long the longest of them
 * has been there; once more, with nobody, when a zone has emptied.
 */
class ZoneNowTest {
    private static final String WINE = "zone_now floor=0 zone=wine: people longest_ms";

    private final StorePack pack;

    ZoneNowTest(@TempDir Path folder) throws IOException {
        pack = StoreOf.drawing(
                        """
                        +------+------+
                        | wine |      |
                        +------+------+
                        """)
                .devices("{id: shelf, kind: shelf}")
                .in(folder);
    }

    @Test
    void peopleInside_areShownWithTheLongestDwell() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .walks(7, """
                        10:00:00 2 1
                        10:00:03 2 1""")
                .walks(8, """
                        10:00:02 3 1
                        10:00:03 3 1""")
                .clock("10:00:04");

        assertThat(run.written(WINE)).containsExactly("10:00:04 people=2 longest_ms=4000");
    }

    @Test
    void gauge_isWrittenOnceASecond() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .walks(7, """
                        10:00:00 2 1
                        10:00:01 2 1""")
                .clock("10:00:01.500")
                .clock("10:00:01.999")
                .clock("10:00:02")
                .clock("10:00:02.900");

        assertThat(run.written(WINE))
                .containsExactly("10:00:01.500 people=1 longest_ms=1500", "10:00:02 people=1 longest_ms=2000");
    }

    @Test
    void zoneThatEmptied_isShownOnceWithNobody() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .walks(7, """
                        10:00:00 2 1
                        10:00:01 2 1""")
                .clock("10:00:02")
                .walks(7, "10:00:04 12 1")
                .clock("10:00:05")
                .clock("10:00:06");

        assertThat(run.written(WINE))
                .containsExactly("10:00:02 people=1 longest_ms=2000", "10:00:05 people=0 longest_ms=0");
    }

    /** Nobody knows where somebody is who was not seen for longer than bridge. */
    @Test
    void lostTrack_isNotInside() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .walks(7, """
                        10:00:00 2 1
                        10:00:01 2 1""")
                .clock("10:00:06")
                .clock("10:00:07");

        assertThat(run.written(WINE))
                .containsExactly("10:00:06 people=1 longest_ms=6000", "10:00:07 people=0 longest_ms=0");
    }

    @Test
    void openShelfStay_isInsideUntilItsEndIsReported() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .clock("10:00:01")
                .stays(7, "wine", "10:00:00", null)
                .clock("10:00:05")
                .stays(7, "wine", "10:00:00", "10:00:06")
                .clock("10:00:07");

        assertThat(run.written(WINE))
                .containsExactly("10:00:05 people=1 longest_ms=5000", "10:00:07 people=0 longest_ms=0");
    }

    @Test
    void openShelfStay_isForgottenAtTheDayCut() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .stays(7, "wine", "03:59:00", null)
                .clock("03:59:59")
                .clock("04:00:00");

        assertThat(run.written(WINE))
                .containsExactly("03:59:59 people=1 longest_ms=59000", "04:00 people=0 longest_ms=0");
    }

    @Test
    void replay_hasNoGauge() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 2 1
                        10:00:01 2 1""")
                .clock("10:00:02")
                .end();

        assertThat(run.written(WINE)).isEmpty();
    }
}
