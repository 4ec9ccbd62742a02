package dev.footfall.benchmarks.flink;

import dev.footfall.jobs.points.Point;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads from points the figures that other ways compute too. */
final class PointFigures {
    private static final int MICRO_DIGITS = 6;

    private PointFigures() {}

    static void put(Point point, Ledger ledger) {
        Map<String, String> tags = pairs(point.series());
        Map<String, String> fields = pairs(point.fields());
        String measurement = point.series().substring(0, point.series().indexOf(','));
        String name = measurement + " " + tags.get("store") + " " + tags.get("window") + " " + point.timeMillis();
        switch (measurement) {
            case "heatmap" ->
                ledger.put(
                        name + " " + tags.get("floor") + " " + tags.get("cell"),
                        micros(fields, "seconds"),
                        whole(fields, "visits"));
            case "zone_dwell" -> {
                ledger.put(name + " " + tags.get("zone"), micros(fields, "seconds"), whole(fields, "visits"));
                ledger.put(
                        "stays" + name.substring(measurement.length()) + " " + tags.get("zone"),
                        whole(fields, "stays"),
                        whole(fields, "dwell_ms_sum"));
            }
            case "visits" ->
                ledger.put(name, whole(fields, "visits"), whole(fields, "bounces"), whole(fields, "duration_ms_sum"));
            case "footfall" ->
                ledger.put(
                        name + " " + tags.get("door"),
                        whole(fields, "in"),
                        whole(fields, "out"),
                        whole(fields, "passing"));
            default -> {
                // figures that only the topology has
            }
        }
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    private static long micros(Map<String, String> fields, String name) {
        return new BigDecimal(said(fields, name)).movePointRight(MICRO_DIGITS).longValueExact();
    }

    private static long whole(Map<String, String> fields, String name) {
        String integer = said(fields, name);
        return Long.parseLong(integer.substring(0, integer.length() - 1));
    }

    private static String said(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }
}
