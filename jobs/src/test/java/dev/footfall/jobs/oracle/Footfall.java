package dev.footfall.jobs.oracle;

import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Parameters;
import dev.footfall.jobs.oracle.Tracks.Run;
import dev.footfall.jobs.oracle.Windows.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who went in and out through each door; the definitions' section on footfall. */
final class Footfall {

    /** One passage of a subject through a door. */
    record Crossing(String door, String subject, long timeMillis, boolean in) {}

    /** What counts at one instant at one door, from a report or a crossing. */
    record Change(String door, long timeMillis, long in, long out, long passing) {}

    private record Key(String door, Span window) {}

    private final Windows windows;
    private final List<Crossing> crossings = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    Footfall(Layout layout, Parameters parameters, Windows windows, Tracks tracks, Collection<DoorReport> reports) {
        this.windows = windows;
        for (Floor floor : layout.floors()) {
            for (Door door : floor.doors()) {
                DoorLine line = new DoorLine(door, parameters.doorBandMillimetres());
                for (Run run : tracks.customerRuns()) {
                    if (run.floor().equals(floor.id())) {
                        cross(door, line, run);
                    }
                }
            }
        }
        crossings.forEach(c -> changes.add(new Change(c.door(), c.timeMillis(), c.in() ? 1 : 0, c.in() ? 0 : 1, 0)));
        reports.forEach(r -> changes.add(new Change(r.door(), r.countsAtMillis(), r.in(), r.out(), r.passing())));
    }

    private void cross(Door door, DoorLine line, Run run) {
        List<Observation> all = run.observations();
        boolean left = line.isLeft(all.get(0));
        int since = 0;
        for (int i = 0; i < all.size(); i++) {
            Observation now = all.get(i);
            if (line.isFar(now)) {
                if (line.isLeft(now) != left && line.isMetBy(all.subList(since, i + 1))) {
                    crossings.add(new Crossing(door.id(), run.subject(), now.timeMillis(), left));
                }
                left = line.isLeft(now);
                since = i;
            }
        }
    }

    List<Crossing> crossings() {
        return crossings;
    }

    List<Change> changes() {
        return changes;
    }

    void write(Points points) {
        Map<Key, long[]> sums = new LinkedHashMap<>();
        for (Change change : changes) {
            for (Span window : windows.around(change.timeMillis())) {
                long[] sum = sums.computeIfAbsent(new Key(change.door(), window), key -> new long[3]);
                sum[0] += change.in();
                sum[1] += change.out();
                sum[2] += change.passing();
            }
        }
        sums.forEach((key, sum) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("in", sum[0]);
            fields.put("out", sum[1]);
            fields.put("passing", sum[2]);
            points.put("footfall", Map.of("door", key.door()), key.window(), fields);
        });
    }
}
