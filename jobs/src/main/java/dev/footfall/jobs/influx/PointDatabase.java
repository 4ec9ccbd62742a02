package dev.footfall.jobs.influx;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The points of a store in an InfluxDB, to be read, written and taken away: for corrections. Not thread-safe. */
public final class PointDatabase implements Closeable {
    private static final int LINES_A_REQUEST = PointSender.MOST_POINTS;
    private static final int STATEMENTS_A_REQUEST = 50;

    private final InfluxSettings settings;
    private final InfluxEndpoint endpoint;
    private final InfluxWriter writer;

    private PointDatabase(InfluxSettings settings, InfluxEndpoint endpoint) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.writer = new InfluxWriter(settings, endpoint, Backoff.ofSeconds(), Thread::sleep, new WriteCounts());
    }

    /**
     * That of an InfluxDB that is not asked anything yet.
     *
     * @throws IOException when the file with the secret cannot be read
     */
    public static PointDatabase of(InfluxSettings settings) throws IOException {
        return new PointDatabase(settings, InfluxEndpoint.of(settings, System.getenv()));
    }

    /**
     * Reads the points of a measurement and store whose time lies in {@code [fromMillis, untilMillis)}.
     *
     * @throws IOException when the server does not answer, or not as asked
     */
    public void read(String measurement, String store, long fromMillis, long untilMillis, Consumer<StoredPoint> points)
            throws IOException {
        String query = String.format(
                Locale.ROOT,
                "SELECT * FROM \"%s\" WHERE \"store\" = %s AND time >= %dms AND time < %dms GROUP BY *",
                measurement,
                quoted(store),
                fromMillis,
                untilMillis);
        endpoint.query(query, series -> points(series, points));
    }

    private static void points(JsonNode series, Consumer<StoredPoint> points) {
        Map<String, String> tags = new TreeMap<>();
        series.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        StringBuilder name = new StringBuilder(series.path("name").asText());
        tags.forEach((tag, value) -> {
            if (!value.isEmpty()) {
                name.append(',').append(tag).append('=').append(StoredPoint.escaped(value));
            }
        });
        JsonNode columns = series.path("columns");
        for (JsonNode row : series.path("values")) {
            Map<String, String> fields = new TreeMap<>();
            for (int i = 1; i < row.size(); i++) {
                JsonNode value = row.path(i);
                if (!value.isNull()) {
                    fields.put(
                            columns.path(i).asText(),
                            value.isNumber() ? LineFields.number(value.decimalValue()) : value.asText());
                }
            }
            points.accept(new StoredPoint(name.toString(), row.path(0).asLong(), fields));
        }
    }

    /**
     * Writes lines of line protocol.
     *
     * @throws IOException when the server refuses them or was given up
     */
    public void write(List<String> lines) throws IOException, InterruptedException {
        for (int from = 0; from < lines.size(); from += LINES_A_REQUEST) {
            writer.write(lines.subList(from, Math.min(lines.size(), from + LINES_A_REQUEST)));
        }
    }

    /** Whether points can be taken away: InfluxDB 3 cannot. */
    public boolean canDelete() throws IOException {
        return endpoint.version() != InfluxVersion.V3;
    }

    /**
     * Takes points away.
     *
     * @throws IOException when the server does not answer, or refuses
     */
    public void delete(List<StoredPoint> points) throws IOException {
        if (endpoint.version() == InfluxVersion.V2) {
            for (StoredPoint point : points) {
                endpoint.delete(point.timeMillis(), "_measurement=\"" + point.measurement() + "\"" + predicate(point));
            }
            return;
        }
        List<String> statements = new ArrayList<>();
        for (StoredPoint point : points) {
            StringBuilder statement = new StringBuilder("DELETE FROM \"" + point.measurement() + "\" WHERE ");
            point.tags().forEach((tag, value) -> statement
                    .append('"')
                    .append(tag)
                    .append("\" = ")
                    .append(quoted(value))
                    .append(" AND "));
            statements.add(statement
                    .append("time = ")
                    .append(point.timeMillis())
                    .append("ms")
                    .toString());
            if (statements.size() == STATEMENTS_A_REQUEST) {
                endpoint.execute(String.join("; ", statements));
                statements.clear();
            }
        }
        if (!statements.isEmpty()) {
            endpoint.execute(String.join("; ", statements));
        }
    }

    private static String predicate(StoredPoint point) {
        StringBuilder predicate = new StringBuilder();
        point.tags().forEach((tag, value) -> predicate
                .append(" AND \"")
                .append(tag)
                .append("\"=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"'));
        return predicate.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Where it is, for people. */
    @Override
    public String toString() {
        return "database " + settings.database() + " at " + settings.url();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
