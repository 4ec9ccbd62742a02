package dev.footfall.local;

import dev.footfall.jobs.archive.DayPoints;
import dev.footfall.jobs.influx.LineFields;
import dev.footfall.jobs.influx.PointDatabase;
import dev.footfall.jobs.influx.StoredPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The points of a store day as they ought to be, to be put in place of those that a database has. */
final class ComputedDay {
    private static final List<String> FIGURES =
            List.of("footfall", "occupancy", "heatmap", "zone_dwell", "visits", "zone_flow", "paths", "funnel");
    private static final String STATUS = "status";
    private static final int DELETIONS = 5;

    private final DayPoints.Day day;
    private final Map<String, String> fields = new HashMap<>();

    private ComputedDay(DayPoints.Day day) {
        this.day = day;
    }

    /** Takes those of a day out of a file of line protocol. */
    static ComputedDay read(DayPoints.Day day, Path file) throws IOException {
        ComputedDay computed = new ComputedDay(day);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int series = endOfSeries(line);
                int time = line.lastIndexOf(' ');
                if (day.holds(line.substring(0, series), Long.parseLong(line, time + 1, line.length(), 10))) {
                    computed.fields.put(
                            line.substring(0, series) + line.substring(time), line.substring(series + 1, time));
                }
            }
        }
        return computed;
    }

    private static int endOfSeries(String line) {
        int space = line.indexOf(' ');
        while (line.charAt(space - 1) == '\\') {
            space = line.indexOf(' ', space + 1);
        }
        return space;
    }

    /** Puts them in place: writes all, then takes away what is not among them. May be done again at any time. */
    DayCorrection.Outcome replaceIn(PointDatabase database) throws IOException, InterruptedException {
        Stored stored = stored(database);
        List<String> lines = new ArrayList<>(fields.size());
        long figures = 0;
        for (Map.Entry<String, String> point : fields.entrySet()) {
            int time = point.getKey().lastIndexOf(' ');
            lines.add(point.getKey().substring(0, time) + " " + point.getValue()
                    + point.getKey().substring(time));
            figures += FIGURES.contains(measurement(point.getKey())) ? 1 : 0;
        }
        boolean deletes = (stored.stale.isEmpty() && stored.overfull.isEmpty()) || database.canDelete();
        if (deletes) {
            database.delete(stored.overfull);
        }
        database.write(lines);
        if (deletes) {
            takeAway(database, stored.stale);
        }
        int stale = stored.stale.size();
        return new DayCorrection.Outcome(figures, figures - stored.same, deletes ? stale : 0, deletes ? 0 : stale);
    }

    /** What a database has of the day, beside what it ought to have. */
    private static final class Stored {
        private final List<StoredPoint> stale = new ArrayList<>();
        private final List<StoredPoint> overfull = new ArrayList<>();
        private long same;
    }

    private Stored stored(PointDatabase database) throws IOException {
        Stored found = new Stored();
        for (String figure : FIGURES) {
            database.read(figure, day.store(), day.startMillis(), day.endMillis(), stored -> {
                String wanted = fields.get(stored.series() + " " + stored.timeMillis());
                if (wanted == null) {
                    found.stale.add(stored);
                    return;
                }
                Map<String, @Nullable String> values = withoutStatus(LineFields.read(wanted));
                if (values.equals(withoutStatus(stored.fields()))) {
                    found.same++;
                } else if (!values.keySet()
                        .containsAll(withoutStatus(stored.fields()).keySet())) {
                    found.overfull.add(stored); // a field that is not written again would stay
                }
            });
        }
        return found;
    }

    /** Deletes and looks: after a torture run a point was there that had been deleted. */
    private void takeAway(PointDatabase database, List<StoredPoint> stale) throws IOException {
        List<StoredPoint> left = stale;
        for (int attempt = 0; attempt < DELETIONS && !left.isEmpty(); attempt++) {
            database.delete(left);
            left = stored(database).stale;
        }
        if (!left.isEmpty()) {
            throw new IOException(database + " still has " + left.size() + " points of " + day.store()
                    + " that were deleted " + DELETIONS + " times, the first is " + left.get(0)
                    + "; the day stays to be corrected: run the command again");
        }
    }

    private static String measurement(String key) {
        return key.substring(0, key.indexOf(','));
    }

    private static Map<String, @Nullable String> withoutStatus(Map<String, String> fields) {
        Map<String, @Nullable String> others = new TreeMap<>(fields);
        others.remove(STATUS);
        return others;
    }
}
