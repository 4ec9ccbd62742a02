package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table as Grafana makes one of what InfluxDB answers: {@code Time}, the tags that were grouped by, the columns. A missing value is no entry of its row. */
record Frame(String refId, List<Map<String, Object>> rows) {
    static Frame of(String refId, JsonNode allSeries) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode series : allSeries) {
            for (JsonNode values : series.path("values")) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("Time", values.path(0).asDouble());
                series.path("tags")
                        .properties()
                        .forEach(tag -> row.put(tag.getKey(), tag.getValue().asText()));
                for (int column = 1; column < values.size(); column++) {
                    JsonNode value = values.path(column);
                    if (!value.isNull()) {
                        row.put(
                                series.path("columns").path(column).asText(),
                                value.isNumber() ? (Object) value.asDouble() : value.asText());
                    }
                }
                rows.add(row);
            }
        }
        return new Frame(refId, List.copyOf(rows));
    }

    /** Those that have a value in some row. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }
}
