package dev.footfall.simulator.score;

import dev.footfall.geofences.StorePack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A morning in a shop with one door, a shelf and a till; three customers, one of the staff.
 *
 * <pre>
 *          10:00     :05       :10       :15
 * anna       ===                              in, bread, till, out
 * bert                ==                      in, out
 * dora                               ====     in, bread over the quarter, out
 * </pre>
 */
final class Example {
    /** 2026-11-02 10:00 UTC; the store day began at 04:00. */
    static final long TEN = 1_793_613_600_000L;

    static final String VISITS =
            """
            visit,source,role,group,mission,started_ms,ended_ms
            anna,ceiling,customer,,lunch,1793613600000,1793613720000
            bert,ceiling,customer,,lunch,1793613900000,1793613940000
            dora,ceiling,customer,,"weekly, large",1793614440000,1793614560000
            sam,ceiling,staff,,,1793614470000,1793614530000
            """;
    static final String STAYS =
            """
            visit,floor,zone,entered_ms,left_ms
            anna,0,entrance,1793613600000,1793613603000
            anna,0,bread,1793613610000,1793613640000
            anna,0,till,1793613660000,1793613715000
            bert,0,entrance,1793613900000,1793613902500
            dora,0,entrance,1793614440000,1793614444000
            dora,0,bread,1793614490000,1793614502000.5
            """;
    static final String CROSSINGS =
            """
            time_ms,door,direction,visit
            1793613601000,main,in,anna
            1793613718000,main,out,anna
            1793613780000,main,passing,
            1793613901000,main,in,bert
            1793613939000,main,out,bert
            1793614441000,main,in,dora
            1793614559000,main,out,dora
            """;
    static final String OCCUPANCY =
            """
            time_ms,people
            1793613601000,1
            1793613718000,0
            1793613901000,1
            1793613939000,0
            1793614441000,1
            1793614559000,0
            """;
    static final String STAFF =
            """
            from_ms,to_ms,floor
            1793614470000,1793614530000,0
            """;
    static final String RUN =
            """
            store: corner
            seed: 7
            from: 2026-11-02T10:00:00Z
            until: 2026-11-02T11:00:00Z
            errors: none
            """;

    /** What metrics.md says of that morning, in the quarters from 10:00 and 10:15, the hour and the day. */
    static final String POINTS =
            """
            footfall,door=main,store=corner,window=15m in=3i,out=2i,passing=1i,status=1i 1793613600000
            footfall,door=main,store=corner,window=15m in=0i,out=1i,passing=0i,status=1i 1793614500000
            footfall,door=main,store=corner,window=1h in=3i,out=3i,passing=1i,status=1i 1793613600000
            footfall,door=main,store=corner,window=1d in=3i,out=3i,passing=1i,status=1i 1793592000000
            occupancy,store=corner,window=15m people=1i,people_max=1i,clamped=0i 1793613600000
            occupancy,store=corner,window=15m people=0i,people_max=1i,clamped=0i 1793614500000
            occupancy,store=corner,window=1h people=0i,people_max=1i,clamped=0i 1793613600000
            occupancy,store=corner,window=1d people=0i,people_max=1i,clamped=0i 1793592000000
            visits,store=corner,window=15m visits=2i,bounces=1i,duration_ms_sum=160000i,duration_ms_p50=40000i,staff_seconds=30.0 1793613600000
            visits,store=corner,window=15m visits=1i,bounces=0i,duration_ms_sum=120000i,duration_ms_p50=120000i,staff_seconds=30.0 1793614500000
            visits,store=corner,window=1h visits=3i,bounces=1i,duration_ms_sum=280000i,duration_ms_p50=120000i,staff_seconds=60.0 1793613600000
            visits,store=corner,window=1d visits=3i,bounces=1i,duration_ms_sum=280000i,duration_ms_p50=120000i,staff_seconds=60.0 1793592000000
            zone_dwell,floor=0,store=corner,window=15m,zone=entrance visits=3i,stays=3i,passes=3i,stops=0i,engaged=0i,dwell_ms_sum=9500i,dwell_ms_p50=3000i 1793613600000
            zone_dwell,floor=0,store=corner,window=1h,zone=entrance visits=3i,stays=3i,passes=3i,stops=0i,engaged=0i,dwell_ms_sum=9500i,dwell_ms_p50=3000i 1793613600000
            zone_dwell,floor=0,store=corner,window=1d,zone=entrance visits=3i,stays=3i,passes=3i,stops=0i,engaged=0i,dwell_ms_sum=9500i,dwell_ms_p50=3000i 1793592000000
            zone_dwell,floor=0,store=corner,window=15m,zone=bread visits=2i,stays=1i,passes=0i,stops=1i,engaged=1i,dwell_ms_sum=30000i,dwell_ms_p50=30000i 1793613600000
            zone_dwell,floor=0,store=corner,window=15m,zone=bread visits=1i,stays=1i,passes=0i,stops=1i,engaged=0i,dwell_ms_sum=12001i,dwell_ms_p50=12001i 1793614500000
            zone_dwell,floor=0,store=corner,window=1h,zone=bread visits=2i,stays=2i,passes=0i,stops=2i,engaged=1i,dwell_ms_sum=42001i,dwell_ms_p50=12001i 1793613600000
            zone_dwell,floor=0,store=corner,window=1d,zone=bread visits=2i,stays=2i,passes=0i,stops=2i,engaged=1i,dwell_ms_sum=42001i,dwell_ms_p50=12001i 1793592000000
            zone_dwell,floor=0,store=corner,window=15m,zone=till visits=1i,stays=1i,passes=0i,stops=1i,engaged=1i,dwell_ms_sum=55000i,dwell_ms_p50=55000i 1793613600000
            zone_dwell,floor=0,store=corner,window=1h,zone=till visits=1i,stays=1i,passes=0i,stops=1i,engaged=1i,dwell_ms_sum=55000i,dwell_ms_p50=55000i 1793613600000
            zone_dwell,floor=0,store=corner,window=1d,zone=till visits=1i,stays=1i,passes=0i,stops=1i,engaged=1i,dwell_ms_sum=55000i,dwell_ms_p50=55000i 1793592000000
            """
                    + flow("start->bread", 1, 1, 2)
                    + flow("bread->till", 1, 0, 1)
                    + flow("till->end", 1, 0, 1)
                    + flow("start->end", 1, 0, 1)
                    + flow("bread->end", 0, 1, 1)
                    + """
            paths,rank=01,store=corner,window=15m path="start->bread->till->end",visits=1i,duration_ms_sum=120000i 1793613600000
            paths,rank=02,store=corner,window=15m path="start->end",visits=1i,duration_ms_sum=40000i 1793613600000
            paths,rank=01,store=corner,window=15m path="start->bread->end",visits=1i,duration_ms_sum=120000i 1793614500000
            paths,rank=01,store=corner,window=1h path="start->bread->end",visits=1i,duration_ms_sum=120000i 1793613600000
            paths,rank=02,store=corner,window=1h path="start->bread->till->end",visits=1i,duration_ms_sum=120000i 1793613600000
            paths,rank=03,store=corner,window=1h path="start->end",visits=1i,duration_ms_sum=40000i 1793613600000
            paths,rank=01,store=corner,window=1d path="start->bread->end",visits=1i,duration_ms_sum=120000i 1793592000000
            paths,rank=02,store=corner,window=1d path="start->bread->till->end",visits=1i,duration_ms_sum=120000i 1793592000000
            paths,rank=03,store=corner,window=1d path="start->end",visits=1i,duration_ms_sum=40000i 1793592000000
            funnel,funnel=buy,step=1-entrance,store=corner,window=15m visits=2i,entered=2i 1793613600000
            funnel,funnel=buy,step=2-bread,store=corner,window=15m visits=1i,entered=2i,step_ms_p50=10000i 1793613600000
            funnel,funnel=buy,step=3-till,store=corner,window=15m visits=1i,entered=2i,step_ms_p50=50000i 1793613600000
            funnel,funnel=buy,step=1-entrance,store=corner,window=15m visits=1i,entered=1i 1793614500000
            funnel,funnel=buy,step=2-bread,store=corner,window=15m visits=1i,entered=1i,step_ms_p50=50000i 1793614500000
            funnel,funnel=buy,step=3-till,store=corner,window=15m visits=0i,entered=1i 1793614500000
            """
                    + funnel("1h", 1_793_613_600_000L)
                    + funnel("1d", 1_793_592_000_000L);

    private static final String LAYOUT =
            """
            {"type": "FeatureCollection", "frame": {"unit": "m"}, "features": [
             {"type": "Feature", "id": "floor-0", "properties": {"kind": "floor", "floor": "0"},
              "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [10, 8], [0, 8], [0, 0]]]}},
             {"type": "Feature", "id": "main", "properties": {"kind": "door", "floor": "0"},
              "geometry": {"type": "LineString", "coordinates": [[0, 2], [0, 0]]}},
             {"type": "Feature", "id": "entrance", "properties": {"kind": "zone", "floor": "0", "type": "entrance"},
              "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}},
             {"type": "Feature", "id": "bread", "properties": {"kind": "zone", "floor": "0", "type": "display", "path": true},
              "geometry": {"type": "Polygon", "coordinates": [[[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]]}},
             {"type": "Feature", "id": "till", "properties": {"kind": "zone", "floor": "0", "type": "checkout", "path": true},
              "geometry": {"type": "Polygon", "coordinates": [[[8, 0], [9, 0], [9, 2], [8, 2], [8, 0]]]}}]}
            """;

    static final String CAMERA = "{id: ceiling, kind: track, floor: \"0\"}";
    static final String FUNNEL =
            "{id: buy, steps: [{zone: entrance}, {zone: bread, minDwell: 5s}, {zone: till}], within: 45m}";

    private Example() {}

    /** Writes the store's pack and answers its folder. */
    static Path writePack(Path folder, String device, String funnel) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("layout.geojson"), LAYOUT);
        Files.writeString(
                folder.resolve("store.yaml"),
                """
                store: corner
                timezone: UTC
                dayCut: "04:00"
                devices: [%s]
                funnels: [%s]
                """
                        .formatted(device, funnel));
        return folder;
    }

    static StorePack pack(Path folder, String device, String funnel) throws IOException {
        return Objects.requireNonNull(
                StorePack.read(writePack(folder, device, funnel)).pack());
    }

    /** Writes the truth and answers its folder. */
    static Path writeTruth(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("truth.yaml"), RUN);
        Files.writeString(folder.resolve("visits.csv"), VISITS);
        Files.writeString(folder.resolve("stays.csv"), STAYS);
        Files.writeString(folder.resolve("crossings.csv"), CROSSINGS);
        Files.writeString(folder.resolve("occupancy.csv"), OCCUPANCY);
        Files.writeString(folder.resolve("staff.csv"), STAFF);
        return folder;
    }

    /** The card of the store in a folder, and of some points, against the truth in that folder. */
    static Scorecard score(StorePack pack, Path truth, String points) throws FaultyInputException, IOException {
        Truth known = TruthFiles.read(truth, pack);
        var lines = PointFile.read(new BufferedReader(new StringReader(points)), "points.lp", "corner");
        return Scorecard.of(
                pack, known.run(), TruthFigures.of(pack, known), PointFigures.of(lines, pack.calendar(), known.run()));
    }

    private static String flow(String edge, int first, int second, int both) {
        return point(edge, "15m", first, TEN)
                + point(edge, "15m", second, TEN + 900_000)
                + point(edge, "1h", both, TEN)
                + point(edge, "1d", both, TEN - 6 * 3_600_000);
    }

    private static String point(String edge, String window, int visits, long start) {
        return visits == 0
                ? ""
                : "zone_flow,edge=%s,store=corner,window=%s visits=%di %d%n".formatted(edge, window, visits, start);
    }

    private static String funnel(String window, long start) {
        String head = "funnel,funnel=buy,store=corner,window=" + window;
        return head + ",step=1-entrance visits=3i,entered=3i " + start + "\n" + head
                + ",step=2-bread visits=2i,entered=3i,step_ms_p50=10000i " + start + "\n" + head
                + ",step=3-till visits=1i,entered=3i,step_ms_p50=50000i " + start + "\n";
    }
}
