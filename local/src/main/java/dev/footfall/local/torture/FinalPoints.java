package dev.footfall.local.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.servers.InfluxQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures that are final or corrected, from a file of a replay or from InfluxDB, comparable to each other: by series and time; every field but {@code status},
 * numbers by their value.
 */
public final class FinalPoints {
    private static final String STATUS = "status";
    private static final String WINDOW = "window";
    private static final char DELIMITER = '\t';

    private final Map<String, String> points = new HashMap<>();

    /** Those of a file of line protocol. */
    public static FinalPoints ofFile(Path file) throws IOException {
        FinalPoints found = new FinalPoints();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(found::addLine);
        }
        return found;
    }

    /** Those of a database. */
    static FinalPoints ofDatabase(URI server, String database) throws IOException {
        return ofDatabase(server, database, "");
    }

    /** Those of some stores of a database. */
    public static FinalPoints ofStores(URI server, String database, List<String> stores) throws IOException {
        String any = stores.stream().map(store -> "store = '" + store + "'").collect(Collectors.joining(" OR "));
        return ofDatabase(server, database, " AND (" + any + ")");
    }

    private static FinalPoints ofDatabase(URI server, String database, String further) throws IOException {
        FinalPoints found = new FinalPoints();
        InfluxQuery influx = new InfluxQuery(server);
        List<String> names = new ArrayList<>();
        for (JsonNode series : influx.series(database, "SHOW FIELD KEYS")) {
            for (JsonNode field : series.path("values")) {
                if (STATUS.equals(field.path(0).asText())) {
                    names.add(series.path("name").asText());
                }
            }
        }
        for (String name : names) {
            for (JsonNode series : influx.series(
                    database, "SELECT * FROM \"" + name + "\" WHERE status >= 1" + further + " GROUP BY *")) {
                found.addSeries(series);
            }
        }
        return found;
    }

    /** How many. */
    public int size() {
        return points.size();
    }

    /** A sentence for each point that the other ones lack, have besides, or have with other fields. */
    public List<String> differences(FinalPoints others) {
        List<String> differences = new ArrayList<>();
        points.forEach((key, fields) -> {
            String other = others.points.get(key);
            if (other == null) {
                differences.add(key + ": missing, should be " + fields);
            } else if (!other.equals(fields)) {
                differences.add(key + ": should be " + fields + ", is " + other);
            }
        });
        others.points.forEach((key, fields) -> {
            if (!points.containsKey(key)) {
                differences.add(key + ": should not be there, is " + fields);
            }
        });
        differences.sort(null);
        return differences;
    }

    private void add(String measurement, Map<String, String> tags, long timeMillis, Map<String, String> fields) {
        if (!tags.containsKey(WINDOW)) {
            return; // what is now, no figure of a window
        }
        fields.remove(STATUS);
        points.put(measurement + DELIMITER + tags + DELIMITER + timeMillis, fields.toString());
    }

    private void addSeries(JsonNode series) {
        Map<String, String> tags = new TreeMap<>();
        series.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        JsonNode columns = series.path("columns");
        for (JsonNode row : series.path("values")) {
            Map<String, String> fields = new TreeMap<>();
            for (int i = 1; i < row.size(); i++) {
                JsonNode value = row.get(i);
                if (!value.isNull()) {
                    fields.put(
                            columns.path(i).asText(), value.isNumber() ? number(value.decimalValue()) : value.asText());
                }
            }
            add(series.path("name").asText(), tags, row.path(0).asLong(), fields);
        }
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void addLine(String line) {
        LineReader reader = new LineReader(line);
        String measurement = reader.until(", ", false);
        Map<String, String> tags = new TreeMap<>();
        while (reader.last() == ',') {
            String name = reader.until("=", false);
            tags.put(name, reader.until(", ", false));
        }
        Map<String, String> fields = new TreeMap<>();
        do {
            String name = reader.until("=", false);
            fields.put(name, reader.isAtQuote() ? reader.quoted() : number(reader.until(", ", false)));
        } while (reader.last() == ',');
        if (fields.containsKey(STATUS)) {
            add(measurement, tags, Long.parseLong(reader.until("", true)), fields);
        }
    }

    private static String number(String written) {
        return number(new BigDecimal(written.endsWith("i") ? written.substring(0, written.length() - 1) : written));
    }

    /** Reads a line of line protocol from left to right. */
    private static final class LineReader {
        private final String line;
        private int at;
        private char last;

        LineReader(String line) {
            this.line = Objects.requireNonNull(line);
        }

        /** Reads up to one of those characters, and over it; without escapes. */
        String until(String ends, boolean toTheEnd) {
            StringBuilder read = new StringBuilder();
            while (at < line.length()) {
                char c = line.charAt(at++);
                if (c == '\\' && at < line.length() && ", =\\".indexOf(line.charAt(at)) >= 0) {
                    read.append(line.charAt(at++));
                } else if (ends.indexOf(c) >= 0) {
                    last = c;
                    return read.toString();
                } else {
                    read.append(c);
                }
            }
            if (!toTheEnd) {
                throw new IllegalArgumentException("not line protocol: " + line);
            }
            return read.toString();
        }

        boolean isAtQuote() {
            return line.charAt(at) == '"';
        }

        /** Reads a text in quotes and the character behind it. */
        String quoted() {
            StringBuilder read = new StringBuilder();
            at++;
            while (line.charAt(at) != '"') {
                if (line.charAt(at) == '\\') {
                    at++;
                }
                read.append(line.charAt(at++));
            }
            last = line.charAt(at + 1);
            at += 2;
            return read.toString();
        }

        char last() {
            return last;
        }
    }
}
