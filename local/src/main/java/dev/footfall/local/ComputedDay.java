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
        List<StoredPoint> stale = new ArrayList<>();
        List<StoredPoint> overfull = new ArrayList<>();
        long[] same = {0};
        for (String figure : FIGURES) {
            database.read(figure, day.store(), day.startMillis(), day.endMillis(), stored -> {
                String wanted = fields.get(stored.series() + " " + stored.timeMillis());
                if (wanted == null) {
                    stale.add(stored);
                    return;
                }
                Map<String, @Nullable String> values = withoutStatus(LineFields.read(wanted));
                if (values.equals(withoutStatus(stored.fields()))) {
                    same[0]++;
                } else if (!values.keySet()
                        .containsAll(withoutStatus(stored.fields()).keySet())) {
                    overfull.add(stored); // a field that is not written again would stay
                }
            });
        }
        List<String> lines = new ArrayList<>(fields.size());
        long figures = 0;
        for (Map.Entry<String, String> point : fields.entrySet()) {
            int time = point.getKey().lastIndexOf(' ');
            lines.add(point.getKey().substring(0, time) + " " + point.getValue()
                    + point.getKey().substring(time));
            figures += FIGURES.contains(measurement(point.getKey())) ? 1 : 0;
        }
        boolean deletes = (stale.isEmpty() && overfull.isEmpty()) || database.canDelete();
        if (deletes) {
            database.delete(overfull);
        }
        database.write(lines);
        if (deletes) {
            database.delete(stale);
        }
        return new DayCorrection.Outcome(
                figures, figures - same[0], deletes ? stale.size() : 0, deletes ? 0 : stale.size());
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
