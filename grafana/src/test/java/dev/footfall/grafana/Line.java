package dev.footfall.grafana;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A line of line protocol, read letter by letter: nothing of this is asked of a database. */
record Line(String measurement, Map<String, String> tags, Map<String, Object> fields, long timeMillis) {
    static Line read(String line) {
        List<String> parts = split(line, ' ');
        List<String> series = split(parts.get(0), ',');
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : series.subList(1, series.size())) {
            int equals = tag.indexOf('=');
            tags.put(tag.substring(0, equals), tag.substring(equals + 1).replace("\\", ""));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String field : split(parts.get(1), ',')) {
            int equals = field.indexOf('=');
            fields.put(field.substring(0, equals), value(field.substring(equals + 1)));
        }
        return new Line(series.get(0), tags, fields, Long.parseLong(parts.get(2)));
    }

    boolean is(String measurement, Map<String, String> tags) {
        return this.measurement.equals(measurement) && this.tags.entrySet().containsAll(tags.entrySet());
    }

    String tag(String name) {
        return Objects.requireNonNull(tags.get(name), name);
    }

    /** Of an integer or float field; 0 where the line has none. */
    double number(String field) {
        return fields.get(field) instanceof Number number ? number.doubleValue() : 0;
    }

    private static Object value(String text) {
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        return text.endsWith("i") ? Long.valueOf(text.substring(0, text.length() - 1)) : (Object) Double.valueOf(text);
    }

    /** Neither at what a backslash stands before nor within quotes. */
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == at && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
