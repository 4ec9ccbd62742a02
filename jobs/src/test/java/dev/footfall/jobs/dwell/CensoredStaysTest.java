package dev.footfall.jobs.dwell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StoreRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stays whose beginning or end nobody saw: a stay is censored when its first interval begins where the track begins, or its last ends where the
 * track ends (at every break and at the day cut), unless its zone has a door. {@code hall} has a door, {@code cafe} has none:
 *
 * <pre>
 *   4 +------+--------+--------+
 *     | hall |        | cafe   |
 *   0 +-^^^--+--------+--------+
 *     0      7       16       25
 * </pre>
 */
class CensoredStaysTest {
    private static final String CAFE = "zone_dwell floor=0 zone=cafe ";
    private static final String HALL = "zone_dwell floor=0 zone=hall ";

    private final StorePack pack;

    CensoredStaysTest(@TempDir Path folder) throws IOException {
        this.pack = store().in(folder);
    }

    private static StoreOf store() {
        return StoreOf.drawing(
                """
                +------+--------+--------+
                | hall |        | cafe   |
                |      |        |        |
                |      |        |        |
                +-^^^--+--------+--------+
                """);
    }

    @Test
    void stay_whoseTrackBeginsInside_isCensored() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 18 2
                        10:00:04 14 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays censored")).containsExactly("10:00 stays=1 censored=1");
    }

    @Test
    void stay_whoseTrackEndsInside_isCensored() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 14 2
                        10:00:04 18 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays censored")).containsExactly("10:00 stays=1 censored=1");
    }

    @Test
    void stay_inAZoneWithADoor_isNeverCensored() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 2 2
                        10:00:04 3 2""")
                .walks(8, "10:00:00 2 2")
                .end();

        assertThat(run.figures(HALL + "window=1m: stays censored")).containsExactly("10:00 stays=2 censored=0");
    }

    /** Seen until 2 s and again from 7 s: one stay that neither began nor ended at the break between. */
    @Test
    void breakInTheMiddleOfAStay_doesNotCensorIt() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 14 2
                        10:00:04 18 2
                        10:00:04.500 18 2""")
                .walks(7, """
                        10:00:09.501 18 2
                        10:00:13.501 14 2""")
                .end();
        assertThat(run.figures(CAFE + "window=1m: stays censored"))
                .as("a millisecond more than grace: two stays, both cut at the break")
                .containsExactly("10:00 stays=2 censored=2");

        StoreRun faster = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 14 2
                        10:00:04 18 2
                        10:00:04.500 18 2
                        10:00:05.000 24 2
                        10:00:09.000 18 2
                        10:00:13.000 14 2""")
                .end();
        assertThat(faster.figures(CAFE + "window=1m: stays censored dwell_ms_sum"))
                .as("too fast to be a segment, soon enough for grace")
                .containsExactly("10:00 stays=1 censored=0 dwell_ms_sum=9000");
    }

    /** An observation that ended a track is the start of the stay that goes on outside: the last interval is what counts. */
    @Test
    void stay_thatGoesOnAfterABreak_isJudgedByItsLastInterval() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 14 2
                        10:00:04 18 2
                        10:00:04.100 24 2
                        10:00:05.100 24 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays censored dwell_ms_sum"))
                .containsExactly("10:00 stays=1 censored=1 dwell_ms_sum=3100");
    }

    @Test
    void lonePoint_isAStayOfNoTime_andAVisit() {
        StoreRun run = new StoreRun(pack).walks(7, "10:00:00 20 2").end();

        assertThat(run.figures(CAFE + "window=1m: stays passes censored visits seconds dwell_ms_sum le_5"))
                .containsExactly("10:00 stays=1 passes=1 censored=1 visits=1 seconds=0.0 dwell_ms_sum=0 le_5=1");
    }

    @Test
    void lonePoints_withinGrace_areOneStay() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 17 2
                        10:00:01 24.5 2
                        10:00:02 17 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays dwell_ms_sum seconds"))
                .containsExactly("10:00 stays=1 dwell_ms_sum=2000 seconds=0.0");
    }

    /** At the cut the stay ends, and another begins with the next day's visit. */
    @Test
    void dayCut_endsStaysCensored() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        03:59:56 14 2
                        03:59:59 17 2
                        04:00:01 17 2
                        04:00:04 14 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1d: stays censored dwell_ms_sum"))
                .containsExactly(
                        "2026-05-03T04:00Z stays=1 censored=1 dwell_ms_sum=1000",
                        "04:00 stays=1 censored=1 dwell_ms_sum=1000");
    }
}
