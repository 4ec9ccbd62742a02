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
 * The measurement {@code zone_dwell}: stays of visits in zones, by where they ended, and presence, by when it was. Inside intervals are merged
 * to one stay while the gap is at most {@code grace} (5 s), spent outside or unseen; from {@code minStay} (5 s) a stay is a stop, from
 * {@code engagedAfter} (15 s) engaged besides; one that begins or ends where its track does is censored, unless the zone has a door. All limits
 * are inclusive. {@code hall} has a door, {@code cafe} has none:
 *
 * <pre>
 *   4 +------+--------+--------+
 *     | hall |        | cafe   |
 *   0 +-^^^--+--------+--------+
 *     0      7       16       25
 * </pre>
 */
class DwellTest {
    private static final String CAFE = "zone_dwell floor=0 zone=cafe ";
    private static final String HALL = "zone_dwell floor=0 zone=hall ";

    private final Path folder;
    private final StorePack pack;

    DwellTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pack = store().in(folder.resolve("store"));
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

    /** In at 2 s, out at 6 s. */
    @Test
    void stay_isCutExactlyAtTheEdge() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 14 2
                        10:00:04 18 2
                        10:00:08 14 2""")
                .end();

        assertThat(run.figures(CAFE
                        + "window=1m: stays passes stops engaged censored visits seconds dwell_ms_sum dwell_ms_max"))
                .containsExactly("10:00 stays=1 passes=1 stops=0 engaged=0 censored=0 visits=1 seconds=4.0"
                        + " dwell_ms_sum=4000 dwell_ms_max=4000");
    }

    @Test
    void theEdge_isInside() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 16 1
                        10:00:02 16 3""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays seconds")).containsExactly("10:00 stays=1 seconds=2.0");
    }

    @Test
    void touchInAPoint_isNoStay() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 15 2
                        10:00:01 16 2
                        10:00:02 15 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays")).isEmpty();
    }

    /** Out at 2 s, in again at 7 s: exactly grace. The gap belongs to the dwell, not to the seconds. */
    @Test
    void graceSpentOutside_isMerged() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 18 2
                        10:00:04 14 2
                        10:00:05 14 2
                        10:00:09 18 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays stops dwell_ms_sum seconds"))
                .containsExactly("10:00 stays=1 stops=1 dwell_ms_sum=9000 seconds=4.0");
    }

    @Test
    void aMillisecondMoreThanGraceOutside_isTwoStays() {
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 18 2
                        10:00:04 14 2
                        10:00:05.001 14 2
                        10:00:09.001 18 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays stops dwell_ms_sum seconds visits"))
                .containsExactly("10:00 stays=2 stops=0 dwell_ms_sum=4000 seconds=4.0 visits=1");
    }

    /** Unseen for 6 s is a break, but 5 s of grace bridge a gap of presence whatever it was: here grace is 8 s. */
    @Test
    void graceSpentUnseen_isMerged() throws IOException {
        StorePack patient = store().zoneSays("cafe", "\"grace\": \"8s\"").in(folder.resolve("patient"));
        StoreRun run = new StoreRun(patient)
                .walks(
                        7,
                        """
                        10:00:00 18 2
                        10:00:02 18 2
                        10:00:10 18 2
                        10:00:12 18 2
                        10:00:20.001 18 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stays dwell_ms_sum seconds"))
                .containsExactly("10:00 stays=2 dwell_ms_sum=12000 seconds=4.0");
    }

    @Test
    void limits_areInclusive() {
        StoreRun run = new StoreRun(pack);
        stand(run, 1, "10:00:00", "10:00:04.999");
        stand(run, 2, "10:00:00", "10:00:05");
        stand(run, 3, "10:00:00", "10:00:14.999");
        stand(run, 4, "10:00:00", "10:00:15");
        run.end();

        assertThat(run.figures(CAFE + "window=1m: stays passes stops engaged le_5 le_10 le_15 le_30 le_inf"))
                .containsExactly("10:00 stays=4 passes=1 stops=3 engaged=1 le_5=2 le_10=2 le_15=4 le_30=4 le_inf=4");
    }

    private static void stand(StoreRun run, long subject, String from, String to) {
        String middle = from.replace(":00:00", ":00:04.5");
        String later = from.replace(":00:00", ":00:09.4");
        run.walks(subject, from + " 20 2").walks(subject, middle + " 20 2");
        if (to.compareTo(later) > 0) {
            run.walks(subject, later + " 20 2").walks(subject, from.replace(":00:00", ":00:14") + " 20 2");
        }
        run.walks(subject, to + " 20 2");
    }

    @Test
    void zonesOwnLimits_goBeforeTheStores() throws IOException {
        StorePack own = store().zoneSays("cafe", "\"minStay\": 1, \"engagedAfter\": \"2s\"")
                .in(folder.resolve("own"));
        StoreRun run = new StoreRun(own)
                .walks(7, """
                        10:00:00 20 2
                        10:00:02 20 2""")
                .walks(8, """
                        10:00:00 20 2
                        10:00:01 20 2""")
                .walks(9, """
                        10:00:00 2 2
                        10:00:04 2 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1m: stops engaged")).containsExactly("10:00 stops=2 engaged=1");
        assertThat(run.figures(HALL + "window=1m: stops engaged")).containsExactly("10:00 stops=0 engaged=0");
    }

    @Test
    void stay_countsWhereItEnds_presenceWhereItIs() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:14:58 20 2
                        10:15:02 20 2""")
                .end();

        assertThat(run.figures(CAFE + "window=15m: stays visits seconds dwell_ms_p50"))
                .containsExactly(
                        "10:00 stays=0 visits=1 seconds=2.0 dwell_ms_p50=absent",
                        "10:15 stays=1 visits=1 seconds=2.0 dwell_ms_p50=4000");
    }

    @Test
    void stay_thatEndsOnABorder_countsInTheWindowThatBeginsThere() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:14:58 20 2
                        10:15:00 20 2""")
                .end();

        assertThat(run.figures(CAFE + "window=15m: stays visits seconds"))
                .containsExactly("10:00 stays=0 visits=1 seconds=2.0", "10:15 stays=1 visits=0 seconds=0.0");
    }

    @Test
    void nestedZones_haveStaysOfTheirOwn() throws IOException {
        StorePack nested = store().zone("table", "[[[18, 1], [20, 1], [20, 3], [18, 3], [18, 1]]]")
                .in(folder.resolve("nested"));
        StoreRun run = new StoreRun(nested)
                .walks(7, """
                        10:00:00 14 2
                        10:00:04 22 2""")
                .end();

        assertThat(run.figures("zone_dwell floor=0 window=1m: stays seconds"))
                .containsExactly("10:00 zone=cafe stays=1 seconds=3.0", "10:00 zone=table stays=1 seconds=1.0");
    }

    @Test
    void staff_doNotStay() {
        StoreRun run = new StoreRun(pack)
                .staffWalks(7, """
                        10:00:00 20 2
                        10:00:04 20 2""")
                .end();

        assertThat(run.figures(CAFE + "window=1d: stays")).isEmpty();
    }

    @Test
    void window_isFinalWhenTheClockHasPassedItByGraceAndBridge() {
        StoreRun run = new StoreRun(pack).walks(7, "10:00:59 20 2").clock("10:01:09.999");
        assertThat(run.figures(CAFE + "window=1m: stays")).isEmpty();

        run.clock("10:01:10");
        assertThat(run.figures(CAFE + "window=1m: stays")).containsExactly("10:00 stays=1");
    }

    /** The zone's rules when the stay began hold to its end; the zone ends in the middle of a segment. */
    @Test
    void newLayout_doesNotChangeTheRulesOfAnOpenStay() throws IOException {
        StorePack renovated = store().zoneSays("hall", "\"minStay\": 1")
                .from(
                        "2026-05-04T10:00:02Z",
                        """
                        +------+--------+--------+
                        |      |        | cafe   |
                        |      |        |        |
                        |      |        |        |
                        +------+--------+--------+
                        """)
                .in(folder.resolve("renovated"));
        StoreRun run = new StoreRun(renovated)
                .walks(
                        7,
                        """
                        10:00:00 2 2
                        10:00:01 2 2
                        10:00:03 2 2
                        10:00:04 2 2""")
                .end();

        assertThat(run.figures(HALL + "window=1m: stays stops censored dwell_ms_sum"))
                .containsExactly("10:00 stays=1 stops=1 censored=0 dwell_ms_sum=2000");
    }

    @Test
    void zoneThatMovedToAnotherFloor_isAnotherZone() throws IOException {
        StorePack moved = store().from(
                        "2026-05-04T10:00:30Z",
                        """
                        +------+--------+--------+
                        | hall |        |        |
                        +------+--------+--------+
                        """)
                .floor(
                        "1",
                        """
                        +------+
                        | cafe |
                        +------+
                        """)
                .in(folder.resolve("moved"));
        StoreRun run = new StoreRun(moved)
                .walks(7, "10:00:00 20 2")
                .walks(8, "1", false, "10:00:40 2 1")
                .end();

        assertThat(run.figures("zone_dwell zone=cafe window=1m: stays visits"))
                .containsExactly("10:00 floor=0 stays=1 visits=1", "10:00 floor=1 stays=1 visits=1");
    }
}
