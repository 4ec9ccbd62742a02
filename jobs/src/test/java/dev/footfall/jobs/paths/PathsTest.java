package dev.footfall.jobs.paths;

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
 * Flows and paths. The path of a visit is its stops in zones that say {@code path}, by when they were entered (ties by the zone's id), repeats
 * merged; a flow is each step of it, from {@code start} and to {@code end} included. Both count in the window in which the visit ended.
 */
class PathsTest {
    private static final String DAY_PATHS = "paths window=1d: path visits duration_ms_sum";

    private final StorePack pack;

    PathsTest(@TempDir Path folder) throws IOException {
        pack = StoreOf.drawing(
                        """
                        +------+------+
                        | wine | beer |
                        +------+------+
                        """)
                .devices("{id: shelf, kind: shelf}")
                .in(folder);
    }

    private StoreRun run(String... stays) {
        StoreRun run = new StoreRun(pack);
        for (String stay : stays) {
            String[] words = stay.split(" ", -1);
            run.stays(Long.parseLong(words[0]), words[1], words[2], words[3]);
        }
        return run.end();
    }

    @Test
    void path_isTheStopsInTheOrderEntered() {
        StoreRun run = run("7 wine 10:00:00 10:00:30", "7 beer 10:00:10 10:00:20", "7 wine 10:01:00 10:01:10");

        assertThat(run.figures(DAY_PATHS))
                .containsExactly("04:00 rank=01 path=start->wine->beer->wine->end visits=1 duration_ms_sum=70000");
        assertThat(run.figures("zone_flow window=1d: visits source target"))
                .containsExactly(
                        "04:00 edge=beer->wine visits=1 source=beer target=wine",
                        "04:00 edge=start->wine visits=1 source=start target=wine",
                        "04:00 edge=wine->beer visits=1 source=wine target=beer",
                        "04:00 edge=wine->end visits=1 source=wine target=end");
    }

    @Test
    void stopsEnteredAtOneInstant_areByZoneId() {
        StoreRun run = run("7 wine 10:00:00 10:00:10", "7 beer 10:00:00 10:00:20");

        assertThat(run.figures(DAY_PATHS))
                .containsExactly("04:00 rank=01 path=start->beer->wine->end visits=1 duration_ms_sum=20000");
    }

    @Test
    void repeats_areMerged_passesLeftOut() {
        StoreRun run = run(
                "7 wine 10:00:00 10:00:05",
                "7 beer 10:00:05 10:00:09.999",
                "7 wine 10:00:10 10:00:15",
                "7 wine 10:00:20 10:00:25");

        assertThat(run.figures(DAY_PATHS))
                .containsExactly("04:00 rank=01 path=start->wine->end visits=1 duration_ms_sum=25000");
    }

    @Test
    void visitWithoutAStop_goesFromStartToEnd() {
        StoreRun run = run("7 wine 10:00:00 10:00:01");

        assertThat(run.figures("zone_flow window=1m: visits")).containsExactly("10:00 edge=start->end visits=1");
        assertThat(run.figures(DAY_PATHS))
                .containsExactly("04:00 rank=01 path=start->end visits=1 duration_ms_sum=1000");
    }

    @Test
    void visitThatGoesTwice_countsTwiceInTheFlow() {
        StoreRun run = run(
                "7 wine 10:00:00 10:00:05",
                "7 beer 10:00:10 10:00:15",
                "7 wine 10:00:20 10:00:25",
                "7 beer 10:00:30 10:00:35");

        assertThat(run.figures("zone_flow window=1d edge=wine->beer: visits")).containsExactly("04:00 visits=2");
    }

    @Test
    void paths_areRankedByVisits_thenByName() {
        StoreRun run = run(
                "1 wine 10:00:00 10:00:05",
                "2 beer 10:00:00 10:00:06",
                "3 wine 10:00:00 10:00:07",
                "4 beer 10:00:00 10:00:08",
                "5 wine 10:00:00 10:00:01",
                "6 beer 10:00:00 10:00:09");

        assertThat(run.figures(DAY_PATHS))
                .containsExactly(
                        "04:00 rank=01 path=start->beer->end visits=3 duration_ms_sum=23000",
                        "04:00 rank=02 path=start->wine->end visits=2 duration_ms_sum=12000",
                        "04:00 rank=03 path=start->end visits=1 duration_ms_sum=1000");
    }

    @Test
    void zonesThatAreNoPath_areLeftOut(@TempDir Path other) throws IOException {
        StorePack partly = StoreOf.drawing(
                        """
                        +------+--------+
                        | wine | office |
                        +------+--------+
                        """)
                .offPath("office")
                .in(other);
        StoreRun run = new StoreRun(partly)
                .walks(
                        7,
                        """
                        10:00:00 2 1
                        10:00:05 2 1
                        10:00:06 8 1
                        10:00:11 8 1""")
                .end();

        assertThat(run.figures("paths window=1d: path")).containsExactly("04:00 rank=01 path=start->wine->end");
    }

    @Test
    void onlyFiftyPaths_areRanked() {
        StoreRun run = new StoreRun(pack);
        for (int stops = 0; stops < 55; stops++) {
            for (int i = 0; i <= stops; i++) {
                String minute = "10:%02d:".formatted(i);
                run.stays(100 + stops, i % 2 == 0 ? "wine" : "beer", minute + "00", minute + "10");
            }
        }
        run.end();

        assertThat(run.figures("paths window=1d: visits")).hasSize(50);
        assertThat(run.figures("paths window=1d rank=50: visits")).containsExactly("04:00 visits=1");
    }

    /** The visit that looked over is taken back with its path, and provisional ranks that were lost are shown empty. */
    @Test
    void visitThatWentOn_isTakenBack() {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .stays(7, "wine", "10:00:00", "10:00:10")
                .clock("10:15")
                .stays(7, "beer", "10:05", "10:16")
                .clock("10:30");

        assertThat(run.written("paths window=1d: path visits status"))
                .containsExactly(
                        "04:00 rank=01 path=start->wine->end visits=1 status=0",
                        "04:00 rank=01 path=start->wine->beer->end visits=1 status=0");
        assertThat(run.written("zone_flow window=1d edge=wine->end: visits"))
                .containsExactly("04:00 visits=1", "04:00 visits=0");
        run.end();
        assertThat(run.figures("zone_flow window=1d edge=wine->end: visits")).isEmpty();
        assertThat(run.figures("paths window=1d: path")).containsExactly("04:00 rank=01 path=start->wine->beer->end");
    }

    /**
     * A stay over the day cut ties its person's two days together:
     *
     * <pre>
     *   03:50       03:57 03:58  04:00  04:02   04:03
     *     |===wine===========|     ┊
     *                 |====beer====┊=====|            belongs to the new day, serves the old one's path, too
     *                              ┊       |==wine==|
     * </pre>
     */
    @Test
    void stayOverTheDayCut_servesThePathsOfBothDays() {
        StoreRun run = new StoreRun(pack)
                .stays(7, "wine", "03:50:00", "03:58:00")
                .clock("03:59")
                .stays(70, 7, "beer", "03:57:00", "04:02:00")
                .stays(70, "wine", "04:03:00", "04:03:30")
                .end();

        assertThat(run.figures(DAY_PATHS))
                .containsExactly(
                        "2026-05-03T04:00Z rank=01 path=start->wine->beer->end visits=1 duration_ms_sum=480000",
                        "04:00 rank=01 path=start->beer->wine->end visits=1 duration_ms_sum=390000");
    }

    /** The stay over the cut makes the new day's visit begin at 03:50, so beer of the day before was entered during it. */
    @Test
    void stayOverTheDayCut_bringsStaysOfTheDayBeforeIntoTheNewVisit() {
        StoreRun run = new StoreRun(pack)
                .stays(7, "beer", "03:55:00", "03:56:00")
                .clock("03:59")
                .stays(70, 7, "wine", "03:50:00", "04:02:00")
                .end();

        assertThat(run.figures(DAY_PATHS))
                .containsExactly(
                        "2026-05-03T04:00Z rank=01 path=start->beer->end visits=1 duration_ms_sum=60000",
                        "04:00 rank=01 path=start->wine->beer->end visits=1 duration_ms_sum=720000");
    }
}
