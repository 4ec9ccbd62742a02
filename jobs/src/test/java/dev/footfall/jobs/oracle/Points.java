package dev.footfall.jobs.oracle;

import dev.footfall.jobs.oracle.Windows.Span;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Points of one store, each written once; the key is measurement, sorted tags and time as line protocol has them. */
public final class Points {

    private final String store;
    private final Hearing hearing;
    private final SortedMap<String, Map<String, Object>> points = new TreeMap<>();

    Points(String store, Hearing hearing) {
        this.store = store;
        this.hearing = hearing;
    }

    void put(String measurement, Map<String, String> tags, Span window, Map<String, Object> fields) {
        SortedMap<String, String> all = new TreeMap<>(tags);
        all.put("store", store);
        all.put("window", window.label());
        String series = all.entrySet().stream()
                .map(tag -> "," + tag.getKey() + "=" + escaped(tag.getValue()))
                .collect(Collectors.joining("", measurement, ""));
        Map<String, Object> complete = new LinkedHashMap<>(fields);
        complete.put("completeness", hearing.completeness(measurement, tags, window));
        if (points.put(series + " " + window.startMillis(), complete) != null) {
            throw new IllegalStateException("written twice: " + series + " " + window.startMillis());
        }
    }

    /** Fields by {@code series time}; values are {@link Long}, {@link Double} (seconds) or {@link String}. */
    public SortedMap<String, Map<String, Object>> bySeriesAndTime() {
        return Collections.unmodifiableSortedMap(points);
    }

    /** The points as sorted line protocol. */
    public List<String> lines() {
        return points.entrySet().stream()
                .map(point -> {
                    int space = point.getKey().lastIndexOf(' ');
                    return point.getKey().substring(0, space)
                            + " "
                            + fields(point.getValue())
                            + point.getKey().substring(space);
                })
                .sorted()
                .toList();
    }

    private static String fields(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + value(field.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String value(Object value) {
        if (value instanceof Long whole) {
            return whole + "i";
        }
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return BigDecimal.valueOf((Double) value).toPlainString();
    }

    private static String escaped(String tag) {
        return tag.replace("\\", "\\\\").replace(" ", "\\ ").replace(",", "\\,").replace("=", "\\=");
    }
}
