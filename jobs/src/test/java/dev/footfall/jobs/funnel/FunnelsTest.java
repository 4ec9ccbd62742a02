package dev.footfall.jobs.funnel;

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
 * The measurement {@code funnel}: of the visits that ended in a window, how many reached each step, how many the first, and the median time from
 * the step before. All steps of a window are written, zeros included.
 *
 * <pre>
 *   3 +------+------+------+
 *     | wine | beer | till |
 *   1 +^^^---+------+------+
 *   0 +--------------------+
 * </pre>
 */
class FunnelsTest {
    private static final String FUNNELS =
            "[{id: buy, within: 10m, steps: [{zone: [wine, beer], minDwell: 5s}, {zone: till, name: pay here}]}]";

    private final StoreOf store = StoreOf.drawing(
            """
            +------+------+------+
            | wine | beer | till |
            +^^^---+------+------+
            +--------------------+
            """);
    private final Path folder;

    FunnelsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private StorePack shelves() throws IOException {
        return store.devices("{id: shelf, kind: shelf}")
                .says("funnels", FUNNELS)
                .in(folder);
    }

    @Test
    void steps_countVisitsThatReachThem() throws IOException {
        StoreRun run = new StoreRun(shelves())
                .stays(1, "wine", "10:00:00", "10:00:10")
                .stays(1, "till", "10:01:00", "10:01:05")
                .stays(2, "beer", "10:00:00", "10:00:05")
                .stays(2, "till", "10:00:40", "10:01:05")
                .stays(3, "beer", "10:00:00", "10:01:00")
                .stays(4, "wine", "10:00:00", "10:00:04.999")
                .stays(4, "till", "10:00:10", "10:01:00")
                .end();

        assertThat(run.figures("funnel funnel=buy window=1h: visits entered step_ms_p50"))
                .containsExactly(
                        "10:00 step=1-wine+beer visits=3 entered=3 step_ms_p50=absent",
                        "10:00 step=2-pay\\ here visits=2 entered=3 step_ms_p50=40000");
    }

    @Test
    void windowWithAVisitThatEntersNothing_hasZeros() throws IOException {
        StoreRun run =
                new StoreRun(shelves()).stays(1, "till", "10:00:00", "10:00:10").end();

        assertThat(run.figures("funnel funnel=buy window=1m: visits entered step_ms_p50"))
                .containsExactly(
                        "10:00 step=1-wine+beer visits=0 entered=0 step_ms_p50=absent",
                        "10:00 step=2-pay\\ here visits=0 entered=0 step_ms_p50=absent");
    }

    /** Unfinished visits count for the steps they reach; all count where the visit ended. */
    @Test
    void visit_countsInTheWindowItEndsIn() throws IOException {
        StoreRun run = new StoreRun(shelves())
                .stays(1, "wine", "10:14:00", "10:14:10")
                .stays(1, "beer", "10:16:00", "10:16:10")
                .end();

        assertThat(run.figures("funnel funnel=buy step=1-wine+beer window=15m: visits"))
                .containsExactly("10:15 visits=1");
    }

    @Test
    void visitThatWentOn_isTakenBackAndCountedAnew() throws IOException {
        StoreRun run = new StoreRun(shelves(), Cadence.LIVE)
                .stays(1, "wine", "10:00:00", "10:00:10")
                .clock("10:15")
                .stays(1, "till", "10:05:00", "10:16:00")
                .clock("10:30");
        assertThat(run.written("funnel funnel=buy window=1d: visits entered status"))
                .containsExactly(
                        "04:00 step=1-wine+beer visits=1 entered=1 status=0",
                        "04:00 step=2-pay\\ here visits=0 entered=1 status=0",
                        "04:00 step=1-wine+beer visits=1 entered=1 status=0",
                        "04:00 step=2-pay\\ here visits=1 entered=1 status=0");

        run.end();
        assertThat(run.figures("funnel funnel=buy window=15m: visits"))
                .containsExactly("10:15 step=1-wine+beer visits=1", "10:15 step=2-pay\\ here visits=1");
    }

    /** The door counts at 10:00:01, where it is clear that it was crossed; beer begins at x = 7, 5 m of 7 m on. */
    @Test
    void doorAndReceipt_areSteps() throws IOException {
        StorePack pack = store.devices("{id: till-1, kind: receipt}")
                .says("funnels", "[{id: trip, steps: ['door:in', {zone: beer}, receipt]}]")
                .in(folder);
        StoreRun run = new StoreRun(pack)
                .walks(
                        7,
                        """
                        10:00:00 2 0
                        10:00:01 2 1.5
                        10:00:03 9 1.5""")
                .buys(7, "10:00:30")
                .buys(8, "10:00:30")
                .end();

        assertThat(run.figures("funnel funnel=trip window=1d: visits step_ms_p50"))
                .containsExactly(
                        "04:00 step=1-door:in visits=1 step_ms_p50=absent",
                        "04:00 step=2-beer visits=1 step_ms_p50=1429",
                        "04:00 step=3-receipt visits=1 step_ms_p50=27571");
    }
}
