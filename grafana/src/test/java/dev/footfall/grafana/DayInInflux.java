package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real InfluxDB that holds the simulated day; made once for all tests of this module. */
final class DayInInflux implements BeforeAllCallback {
    private static final String DATABASE = "footfall";
    private static final int BATCH = 20_000;

    private record Filled(Path folder, Influxd influxd, List<String> lines) implements AutoCloseable {
        static Filled fill() throws Exception {
            Path folder = Files.createTempDirectory("footfall-grafana");
            Influxd influxd = Influxd.start(folder);
            influxd.query("", "CREATE DATABASE " + DATABASE);
            List<String> lines = SimulatedDay.lines();
            for (int from = 0; from < lines.size(); from += BATCH) {
                write(influxd, lines.subList(from, Math.min(lines.size(), from + BATCH)));
            }
            return new Filled(folder, influxd, lines);
        }

        @Override
        public void close() throws IOException {
            influxd.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void write(Influxd influxd, List<String> lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(influxd.url().resolve("/write?precision=ms&db=" + DATABASE))
                                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IOException(answer.body());
        }
    }

    private @Nullable Filled filled;

    @Override
    public void beforeAll(ExtensionContext context) {
        filled = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(DayInInflux.class))
                .getOrComputeIfAbsent(
                        Filled.class,
                        key -> {
                            try {
                                return Filled.fill();
                            } catch (Exception e) {
                                throw new IllegalStateException("the day cannot be had", e);
                            }
                        },
                        Filled.class);
    }

    private Filled filled() {
        return Objects.requireNonNull(filled, "filled before all tests");
    }

    /** The same day as text: the lines of some measurements. */
    List<Line> lines(Set<String> measurements) {
        return filled().lines.stream()
                .filter(line -> measurements.contains(line.substring(0, line.indexOf(','))))
                .map(Line::read)
                .toList();
    }

    /** Adds points of another day. */
    void write(List<String> more) throws IOException, InterruptedException {
        write(filled().influxd, more);
    }

    /** What InfluxDB answers to a query as Grafana sends it; an error fails, and the message has the query. */
    JsonNode series(String influxQl) throws IOException {
        JsonNode result =
                filled().influxd.query(DATABASE, influxQl).path("results").path(0);
        if (result.has("error")) {
            throw new IOException(result.path("error").asText() + " in " + influxQl);
        }
        return result.path("series");
    }
}
