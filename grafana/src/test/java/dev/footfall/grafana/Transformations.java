package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What Grafana's transformations make of frames, of those that the boards use for figures; one that does not change a figure (the order of
 * rows, the kind of a field) leaves the frames as they are. Each was held against {@code @grafana/data} 13.2.3, by hand.
 */
final class Transformations {
    private Transformations() {}

    static List<Frame> applied(Panel panel, List<Frame> frames) {
        List<Frame> now = frames;
        for (JsonNode transformation : panel.json().path("transformations")) {
            String only = transformation.at("/filter/options").asText("");
            List<Frame> meant = now.stream()
                    .filter(frame -> only.isEmpty() || frame.refId().equals(only))
                    .toList();
            List<Frame> rest =
                    now.stream().filter(frame -> !meant.contains(frame)).toList();
            List<Frame> next = new ArrayList<>(rest);
            next.addAll(applied(transformation.path("id").asText(), transformation.path("options"), meant));
            now = next;
        }
        return now;
    }

    private static List<Frame> applied(String id, JsonNode options, List<Frame> frames) {
        return switch (id) {
            case "merge" -> List.of(merged(frames));
            case "groupBy" -> each(frames, frame -> grouped(frame, options.path("fields")));
            case "calculateField" -> each(frames, frame -> calculated(frame, options));
            case "organize" -> each(frames, frame -> renamed(without(frame, options.path("excludeByName")), options));
            case "filterFieldsByName" -> each(frames, frame -> filtered(frame, options));
            case "reduce" -> each(frames, Transformations::turned);
            case "configFromData" ->
                frames.stream()
                        .filter(frame -> !frame.refId()
                                .equals(options.path("configRefId").asText()))
                        .toList();
            case "sortBy", "convertFieldType" -> frames;
            default -> throw new IllegalArgumentException("not known here: " + id);
        };
    }

    private static List<Frame> each(List<Frame> frames, UnaryOperator<Frame> change) {
        return frames.stream().map(change).toList();
    }

    private static Frame changed(Frame frame, UnaryOperator<Map<String, Object>> change) {
        return new Frame(frame.refId(), frame.rows().stream().map(change).toList());
    }

    /** Rows that have the same values in what all frames have. */
    private static Frame merged(List<Frame> frames) {
        Set<String> common = new LinkedHashSet<>(frames.get(0).columns());
        frames.forEach(frame -> common.retainAll(frame.columns()));
        List<Map<String, Object>> rows = new ArrayList<>(frames.get(0).rows());
        for (Frame frame : frames.subList(1, frames.size())) {
            Set<Map<String, Object>> unmatched = new HashSet<>(frame.rows());
            rows.replaceAll(row -> {
                Map<String, Object> merged = new LinkedHashMap<>(row);
                for (Map<String, Object> other : frame.rows()) {
                    if (common.stream().allMatch(key -> Objects.equals(row.get(key), other.get(key)))) {
                        merged.putAll(other);
                        unmatched.remove(other);
                    }
                }
                return merged;
            });
            rows.addAll(unmatched);
        }
        return new Frame("merge", rows);
    }

    private static Frame grouped(Frame frame, JsonNode fields) {
        Map<Object, Map<String, Object>> groups = new LinkedHashMap<>();
        for (Map<String, Object> row : frame.rows()) {
            Map<String, Object> group = new LinkedHashMap<>();
            List<Object> key = new ArrayList<>();
            fields.properties().forEach(field -> {
                if (field.getValue().path("operation").asText().equals("groupby")) {
                    key.add(row.get(field.getKey()));
                    group.put(field.getKey(), row.get(field.getKey()));
                }
            });
            Map<String, Object> sums = groups.computeIfAbsent(key, first -> group);
            fields.properties().forEach(field -> {
                String how = field.getValue().at("/aggregations/0").asText("");
                Object value = row.get(field.getKey());
                if (how.equals("sum") && value instanceof Double number) {
                    sums.merge(field.getKey() + " (sum)", number, (a, b) -> (Double) a + (Double) b);
                } else if (how.equals("last") && value != null) {
                    sums.put(field.getKey() + " (last)", value);
                }
            });
        }
        return new Frame(frame.refId(), List.copyOf(groups.values()));
    }

    /** A row for each column of the only row. */
    private static Frame turned(Frame frame) {
        List<Map<String, Object>> rows = new ArrayList<>();
        frame.rows().get(0).forEach((name, value) -> {
            if (!name.equals("Time")) {
                rows.add(Map.of("Field", name, "Last *", value));
            }
        });
        return new Frame(frame.refId(), rows);
    }

    private static Frame calculated(Frame frame, JsonNode options) {
        String left = options.at("/binary/left/matcher/options").asText();
        JsonNode right = options.at("/binary/right");
        return changed(frame, row -> {
            Map<String, Object> more = new LinkedHashMap<>(row);
            Object b = right.has("fixed")
                    ? (Object) right.path("fixed").asDouble()
                    : row.get(right.at("/matcher/options").asText());
            if (row.get(left) instanceof Double x && b instanceof Double y) {
                more.put(
                        options.path("alias").asText(),
                        calculated(x, options.at("/binary/operator").asText(), y));
            }
            return more;
        });
    }

    private static double calculated(double x, String operator, double y) {
        return switch (operator) {
            case "-" -> x - y;
            case "/" -> x / y;
            case "+" -> x + y;
            default -> throw new IllegalArgumentException("not known here: " + operator);
        };
    }

    private static Frame without(Frame frame, JsonNode names) {
        return changed(frame, row -> {
            Map<String, Object> less = new LinkedHashMap<>(row);
            names.fieldNames().forEachRemaining(less::remove);
            return less;
        });
    }

    private static Frame renamed(Frame frame, JsonNode options) {
        JsonNode names = options.path("renameByName");
        return changed(frame, row -> {
            Map<String, Object> renamed = new LinkedHashMap<>();
            row.forEach((name, value) -> renamed.put(names.path(name).asText(name), value));
            return renamed;
        });
    }

    private static Frame filtered(Frame frame, JsonNode options) {
        Set<String> in = names(options.at("/include/names"));
        Set<String> out = names(options.at("/exclude/names"));
        return changed(frame, row -> {
            Map<String, Object> less = new LinkedHashMap<>(row);
            less.keySet().removeIf(name -> out.contains(name) || (!in.isEmpty() && !in.contains(name)));
            return less;
        });
    }

    private static Set<String> names(JsonNode array) {
        Set<String> names = new LinkedHashSet<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
