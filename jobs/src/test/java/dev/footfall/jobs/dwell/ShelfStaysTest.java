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
 * Stays that a shelf camera measured itself: stays of their zone, never censored, neither merged nor cut; as presence they count whole, in the
 * window and the store day in which they ended. One that is not over counts nowhere but in {@code zone_now}.
 */
class ShelfStaysTest {
    private static final String WINE = "zone_dwell floor=0 zone=wine ";
    private static final String ALL =
            "stays passes stops engaged censored visits seconds dwell_ms_sum dwell_ms_max dwell_ms_p50 dwell_ms_p90 le_5 le_10"
                    + " le_inf";

    private final StorePack pack;

    ShelfStaysTest(@TempDir Path folder) throws IOException {
        pack = StoreOf.drawing(
                        """
                        +------+------+
                        | wine | beer |
                        +------+------+
                        """)
                .devices("{id: shelf, kind: shelf}")
                .in(folder);
    }

    @Test
    void stay_countsWholeWhereItEnded() {
        StoreRun run =
                new StoreRun(pack).stays(7, "wine", "10:14:50", "10:15:10").end();

        assertThat(run.figures(WINE + "window=15m: " + ALL))
                .containsExactly(
                        "10:15 stays=1 passes=0 stops=1 engaged=1 censored=0 visits=1 seconds=20.0"
                                + " dwell_ms_sum=20000 dwell_ms_max=20000 dwell_ms_p50=20000 dwell_ms_p90=20000 le_5=0 le_10=0 le_inf=1");
    }

    @Test
    void stays_areNotMerged() {
        StoreRun run = new StoreRun(pack)
                .stays(7, "wine", "10:00:00", "10:00:04")
                .stays(7, "wine", "10:00:05", "10:00:10")
                .end();

        assertThat(run.figures(WINE + "window=1m: stays passes stops visits seconds"))
                .containsExactly("10:00 stays=2 passes=1 stops=1 visits=1 seconds=9.0");
    }

    @Test
    void visits_areDistinctInEveryWindow() {
        StoreRun run = new StoreRun(pack)
                .stays(7, "wine", "10:13:00", "10:13:10")
                .stays(7, "wine", "10:14:00", "10:14:10")
                .stays(7, "beer", "10:14:20", "10:14:30")
                .stays(7, "wine", "10:15:00", "10:15:10")
                .stays(8, "wine", "10:15:00", "10:15:10")
                .end();

        assertThat(run.figures(WINE + "window=1m: visits"))
                .containsExactly("10:13 visits=1", "10:14 visits=1", "10:15 visits=2");
        assertThat(run.figures(WINE + "window=15m: visits")).containsExactly("10:00 visits=1", "10:15 visits=2");
        assertThat(run.figures(WINE + "window=1h: visits")).containsExactly("10:00 visits=2");
        assertThat(run.figures("zone_dwell floor=0 zone=beer window=1d: visits"))
                .containsExactly("04:00 visits=1");
    }

    /** Two visits that a longer stay shows to be one are counted as one, in the windows where both were. */
    @Test
    void visitsThatTurnOutToBeOne_countOnce() {
        StoreRun run = new StoreRun(pack)
                .stays(7, "wine", "10:00", "10:01")
                .clock("10:07")
                .stays(7, "wine", "10:10", "10:11")
                .clock("10:17")
                .stays(7, "beer", "10:02", "10:18")
                .clock("10:19")
                .end();

        assertThat(run.figures(WINE + "window=15m: visits stays")).containsExactly("10:00 visits=1 stays=2");
        assertThat(run.figures(WINE + "window=1m: visits stays"))
                .containsExactly("10:01 visits=1 stays=1", "10:11 visits=1 stays=1");
        assertThat(run.figures("visits window=1d: visits")).containsExactly("04:00 visits=1");
    }

    @Test
    void stayOverTheDayCut_isWholeInTheDayItEndedIn() {
        StoreRun run =
                new StoreRun(pack).stays(70, 7, "wine", "03:59:30", "04:00:30").end();

        assertThat(run.figures(WINE + "window=1d: stays visits seconds"))
                .containsExactly("04:00 stays=1 visits=1 seconds=60.0");
    }

    @Test
    void openStay_countsNowhere() {
        StoreRun run = new StoreRun(pack).stays(7, "wine", "10:00", null).end();

        assertThat(run.figures(WINE + "window=1d: stays")).isEmpty();
        assertThat(run.figures("visits window=1d: visits")).isEmpty();
    }
}
