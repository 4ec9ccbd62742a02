package dev.footfall.jobs.influx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.jobs.Measurements;
import dev.footfall.jobs.Measurements.FieldType;
import dev.footfall.jobs.Measurements.Measurement;
import dev.footfall.servers.InfluxQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the points of a database back by InfluxQL, as the lines of line protocol that they were written as: tags and fields in the declared
 * order, numbers in the declared types. A field or type that is not declared in {@link Measurements} is an error.
 */
public final class InfluxPoints {
    private final InfluxQuery server;
    private final String database;

    private InfluxPoints(URI server, String database) {
        this.server = new InfluxQuery(server);
        this.database = database;
    }

    /** The final points of a database, sorted by their bytes: the file that {@code replay --out} writes of the same events. */
    public static List<String> finals(URI server, String database) throws IOException {
        return new InfluxPoints(server, database).lines(" WHERE status >= 1");
    }

    /** All points of a database, sorted by their bytes. */
    public static List<String> all(URI server, String database) throws IOException {
        return new InfluxPoints(server, database).lines("");
    }

    private List<String> lines(String where) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : checkedMeasurements()) {
            Measurement measurement = Measurements.find(name).orElseThrow();
            if (where.isEmpty() || measurement.fields().containsKey("status")) {
                for (JsonNode series :
                        server.series(database, "SELECT * FROM \"" + name + "\"" + where + " GROUP BY *")) {
                    addLines(measurement, series, lines);
                }
            }
        }
        lines.sort(Comparator.comparing(
                line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        return lines;
    }

    private List<String> checkedMeasurements() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode series : server.series(database, "SHOW FIELD KEYS")) {
            String name = series.path("name").asText();
            Measurement declared = Measurements.find(name)
                    .orElseThrow(() -> new IllegalStateException("measurement " + name + " is not declared"));
            for (JsonNode field : series.path("values")) {
                FieldType type = FieldType.valueOf(field.path(1).asText().toUpperCase(java.util.Locale.ROOT));
                if (declared.fields().get(field.path(0).asText()) != type) {
                    throw new IllegalStateException(name + "." + field + ": declared is " + declared.fields());
                }
            }
            names.add(name);
        }
        return names;
    }

    private static void addLines(Measurement measurement, JsonNode series, List<String> lines) {
        StringBuilder head = new StringBuilder(measurement.name());
        for (String tag : measurement.tags()) {
            head.append(',')
                    .append(tag)
                    .append('=')
                    .append(escaped(series.path("tags").path(tag).asText()));
        }
        for (JsonNode row : series.path("values")) {
            Map<String, JsonNode> values = new TreeMap<>();
            for (int i = 0; i < row.size(); i++) {
                values.put(series.path("columns").path(i).asText(), row.path(i));
            }
            List<String> fields = new ArrayList<>();
            measurement.fields().forEach((field, type) -> {
                JsonNode value = values.get(field);
                if (value != null && !value.isNull()) {
                    fields.add(field + "=" + written(value, type));
                }
            });
            lines.add(head + " " + String.join(",", fields) + " "
                    + values.getOrDefault("time", row).asLong());
        }
    }

    private static String escaped(String tag) {
        return tag.replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }

    private static String written(JsonNode value, FieldType type) {
        return switch (type) {
            case INTEGER -> value.asText() + "i";
            case STRING -> '"' + value.asText().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case FLOAT -> decimal(value.decimalValue());
        };
    }

    private static String decimal(BigDecimal value) {
        String text = value.stripTrailingZeros().toPlainString();
        return text.contains(".") ? text : text + ".0";
    }
}
