package dev.footfall.jobs.visits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StoreRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The measurement {@code visits}: how many visits ended in each window, how many of them were shorter than {@code bounceUnder} (60 s), how long
 * they were together and in the middle; and the time of staff, in the windows it was spent in.
 */
class VisitsTest {
    private static final String ALL = "visits bounces duration_ms_sum duration_ms_p50 staff_seconds";

    private final StorePack pack;
    private final StorePack shelves;

    VisitsTest(@TempDir Path folder) throws IOException {
        StoreOf store = StoreOf.drawing(
                """
                +-----+
                |wine |
                +-----+
                """);
        pack = store.in(folder.resolve("tracked"));
        shelves = store.devices("{id: shelf, kind: shelf}").in(folder.resolve("shelves"));
    }

    @Test
    void visits_countWhereTheyEnd() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:59:30 1 1
                        11:01:00 1 1""")
                .walks(8, "11:16:00 1 1")
                .end();

        assertThat(run.figures("visits window=15m: visits duration_ms_sum"))
                .containsExactly("11:00 visits=1 duration_ms_sum=90000", "11:15 visits=1 duration_ms_sum=0");
        assertThat(run.figures("visits window=1h: visits")).containsExactly("11:00 visits=2");
        assertThat(run.figures("visits window=1d: visits")).containsExactly("04:00 visits=2");
    }

    @Test
    void visit_thatEndsOnABorder_countsInTheWindowThatBeginsThere() {
        StoreRun run = new StoreRun(pack).walks(7, "10:15:00 1 1").end();

        assertThat(run.figures("visits window=15m: visits")).containsExactly("10:15 visits=1");
        assertThat(run.figures("visits window=1m: visits")).containsExactly("10:15 visits=1");
    }

    @Test
    void visit_exactlyBounceUnderLong_isNoBounce() {
        StoreRun run = new StoreRun(pack)
                .walks(7, """
                        10:00:00 1 1
                        10:01:00 1 1""")
                .walks(8, """
                        10:00:00.001 1 1
                        10:01:00 1 1""")
                .end();

        assertThat(run.figures("visits window=1d: visits bounces duration_ms_sum"))
                .containsExactly("04:00 visits=2 bounces=1 duration_ms_sum=119999");
    }

    /** Nearest rank: of 10, 20, 30 and 40 s the second. */
    @Test
    void median_isAVisitsDuration() {
        StoreRun run = new StoreRun(pack);
        for (int i = 1; i <= 4; i++) {
            run.walks(i, "10:00:00 1 1").walks(i, "10:00:%d0 1 1".formatted(i));
        }

        assertThat(run.end().figures("visits window=1d: duration_ms_p50"))
                .containsExactly("04:00 duration_ms_p50=20000");
    }

    @Test
    void staff_areNoVisit_butTheirTimeIsSaidWhereVisitsEnded() {
        StoreRun run = new StoreRun(pack)
                .staffWalks(
                        9,
                        """
                        10:14:58 1 1
                        10:15:01 1 1
                        10:15:04 1 1
                        10:30:00 1 1
                        10:30:01 1 1""")
                .walks(7, "10:15:30 1 1")
                .end();

        assertThat(run.figures("visits window=15m: " + ALL))
                .containsExactly("10:15 visits=1 bounces=1 duration_ms_sum=0 duration_ms_p50=0 staff_seconds=4.0");
        assertThat(run.figures("visits window=1h: staff_seconds")).containsExactly("10:00 staff_seconds=7.0");
    }

    @Test
    void visit_isFinalWhenTheClockHasPassedTheWindowByTheGap() {
        StoreRun run = new StoreRun(pack).walks(7, "10:00:30 1 1").clock("10:05:59.999");
        assertThat(run.figures("visits window=1m: visits")).isEmpty();

        run.clock("10:06");
        assertThat(run.figures("visits window=1m: visits")).containsExactly("10:00 visits=1");
        assertThat(run.figures("visits window=15m: visits")).isEmpty();
    }

    /** In a store with shelf cameras a visit that looked over may go on, so nothing is final before the day is. */
    @Test
    void reportedVisit_isFinalAnHourAfterItsDay() {
        StoreRun run = new StoreRun(shelves).stays(7, "wine", "10:00", "10:01").clock("10:10");
        assertThat(run.written("visits window=1m: visits status")).containsExactly("10:01 visits=1 status=0");

        run.clock("2026-05-05T04:59:59.999Z");
        assertThat(run.figures("visits window=1m: visits")).isEmpty();

        run.clock("2026-05-05T05:00:00Z");
        assertThat(run.figures("visits window=1m: visits")).containsExactly("10:01 visits=1");
    }

    /** What is taken back is exactly what was counted, also of a visit just as long as no bounce is. */
    @Test
    void reportedVisit_thatWentOn_countsOnceWhereItEnded() {
        StoreRun run = new StoreRun(shelves)
                .stays(7, "wine", "10:00", "10:01")
                .clock("10:15")
                .stays(7, "wine", "10:05", "10:19")
                .clock("10:20")
                .end();

        assertThat(run.figures("visits window=1m: " + ALL))
                .containsExactly(
                        "10:19 visits=1 bounces=0 duration_ms_sum=1140000 duration_ms_p50=1140000 staff_seconds=0.0");
        assertThat(run.figures("visits window=1d: visits bounces")).containsExactly("04:00 visits=1 bounces=0");
    }
}
