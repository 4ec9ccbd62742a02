package dev.footfall.jobs;

import dev.footfall.geofences.StorePack;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A store in which everything happens at once: stays over the day cut, visits that turn out to be one, tracks in the doorway, counters that
 * count over a minute, staff, lost tracks, receipts, events that wait for the clock.
 */
final class BusyStore {
    private BusyStore() {}

    static StorePack pack(Path folder, String store) throws IOException {
        return StoreOf.drawing(
                        """
                        +------+------+--------+
                        | wine | beer |        |
                        |      |      |        <
                        |      |      |        <
                        +------+------+--^^^^--+
                        |                      |
                        +----------------------+
                        """)
                .says("store", store)
                .devices(
                        "{id: shelf, kind: shelf}",
                        "{id: east, kind: door, door: door-1, interval: 1m}",
                        "{id: total, kind: door, door: door-1, interval: 0}",
                        "{id: till-1, kind: receipt}")
                .says(
                        "funnels",
                        "[{id: buy, within: 20m, steps: ['door:in', {zone: [wine, beer]}, receipt]},"
                                + " {id: taste, steps: [{zone: wine, minDwell: 5s}, {zone: beer}]}]")
                .in(folder.resolve(store));
    }

    /** What happens until half past four: of every operator something is still open. */
    static void untilHalfPastFour(StoreRun run) {
        run.stays(501, "wine", "03:50:00", "03:58:00")
                .stays(502, "beer", "03:57:00", "03:59:00")
                .counts("east", "03:59:30", 4, 1, 30)
                .clock("03:59:59");
        run.stays(601, 501, "beer", "03:57:00", "04:02:00").totals("total", "04:02:00", 65_000, 400);
        run.clock("04:05:00");
        run.walks(
                        1,
                        """
                        04:06:00 18.5 1.0
                        04:06:01 18.5 3.0
                        04:06:03 10.0 4.0
                        04:06:08 10.5 4.0
                        04:06:12 4.0 4.0
                        04:06:20 4.0 4.5""")
                .walks(2, "04:06:30 1.0 1.0")
                .buys(1, "04:08:00")
                .counts("east", "04:08:00", 3, 0, 60)
                .tally("east", "04:08:02", 1, 0);
        run.clock("04:10:00").clock("04:20:00");
        run.stays(602, "wine", "04:20:00", "04:21:00").clock("04:26:30");
        run.stays(602, "beer", "04:24:00", "04:27:30")
                .stays(603, "wine", "04:27:00", null)
                .totals("total", "04:28:00", 400, 700)
                .staffWalks(9, """
                        04:29:00 1.0 1.0
                        04:29:03 2.0 1.0""")
                .walks(
                        3,
                        """
                        04:29:10 18.0 1.0
                        04:29:12 18.0 3.0
                        04:29:15 9.0 4.0
                        04:29:18 3.0 4.0""");
        run.clock("04:29:20.500");
        run.walks(3, """
                        04:29:23 3.0 4.0
                        04:29:27 3.2 4.1""")
                .walks(4, """
                        04:29:26 18.0 1.5
                        04:29:27 18.0 2.1""")
                .staffWalks(9, """
                        04:29:25 2.0 1.0
                        04:29:29 2.5 1.0""")
                .counts("east", "04:29:28", 0, 9, 50)
                .buys(3, "04:29:24")
                .tally("cam", "04:29:27", 6, 1)
                .tally("cam", "04:29:31", 1, 0)
                .tally("shelf", "04:29:29", 0, 2);
        run.clock("04:29:28.500");
        run.walks(4, "04:29:29 18.0 2.2")
                .counts("east", "04:29:30", 1, 0, 10)
                .stays(604, "beer", "04:29:00", "04:29:31")
                .buys(4, "04:29:30")
                .online("till-1", "04:29:30");
        run.clock("04:29:28.600");
    }

    /** The rest of the day. */
    static void untilTheEnd(StoreRun run) {
        run.walks(
                        4,
                        """
                        04:29:31 17.0 4.0
                        04:29:33 10.0 4.0
                        04:29:40 9.0 4.0""")
                .walks(3, "04:29:31 3.1 4.0")
                .stays(603, "wine", "04:27:00", "04:30:10")
                .stays(602, "wine", "04:19:00", "04:30:20")
                .totals("total", "04:31:00", 100, 705);
        run.clock("04:31:00").clock("04:40:00").clock("10:00:00").end();
    }
}
