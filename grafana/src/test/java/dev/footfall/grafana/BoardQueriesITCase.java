package dev.footfall.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of every board, with its variables filled in, on a real InfluxDB that holds the figures of a shop. */
class BoardQueriesITCase {
    private static final String DATABASE = "footfall";
    private static final long TO_MILLIS = Instant.parse("2026-11-03T12:00:00Z").toEpochMilli();
    private static final long FROM_MILLIS = TO_MILLIS - Duration.ofDays(1).toMillis();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Influxd influxd;

    @BeforeAll
    static void fill() throws Exception {
        influxd = Influxd.start(folder);
        influxd.query("", "CREATE DATABASE " + DATABASE);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(influxd.url().resolve("/write?precision=ms&db=" + DATABASE))
                                .POST(HttpRequest.BodyPublishers.ofString(CornerShop.lines()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    @AfterAll
    static void end() throws IOException {
        influxd.close();
    }

    static Stream<Panel> panels() throws IOException {
        return BoardTest.panels();
    }

    static Stream<JsonNode> variables() throws IOException {
        return BoardTest.boards()
                .flatMap(board -> board.variables().stream())
                .filter(variable -> variable.path("type").asText().equals("query"));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void panel_targets_giveTheColumnsItNeeds(Panel panel) throws IOException {
        for (String window : new String[] {"1d", "1h", "15m", "1m"}) {
            Set<String> columns = new HashSet<>();
            for (JsonNode target : panel.targets()) {
                columns.addAll(columnsWithValues(filled(target.path("query").asText(), window)));
            }
            assertThat(columns).as(window).containsAll(withoutTime(panel.columnsNeeded()));
        }
    }

    @ParameterizedTest
    @MethodSource("variables")
    void variable_query_findsTheShop(JsonNode variable) throws IOException {
        JsonNode values = influxd.query(DATABASE, filled(variable.path("query").asText(), "1d"))
                .at("/results/0/series/0/values");
        String expected = variable.path("name").asText().equals("store") ? CornerShop.ID : "0";
        assertThat(values).hasSize(1);
        assertThat(values.at("/0/1").asText()).isEqualTo(expected);
    }

    /** As Grafana fills it in; the range is the shop's day. */
    private static String filled(String query, String window) {
        return query.replace("$store", CornerShop.ID)
                .replace("$floor", "0")
                .replace("$window", window)
                .replace("$timeFilter", "time >= " + FROM_MILLIS + "ms and time <= " + TO_MILLIS + "ms")
                .replace("${__from}", Long.toString(FROM_MILLIS))
                .replace("${__to}", Long.toString(TO_MILLIS));
    }

    /** The names of columns and tags that have a value in some row. */
    private static Set<String> columnsWithValues(String statement) throws IOException {
        Set<String> names = new HashSet<>();
        for (JsonNode series : influxd.query(DATABASE, statement).at("/results/0/series")) {
            series.path("tags").fieldNames().forEachRemaining(names::add);
            for (JsonNode row : series.path("values")) {
                for (int column = 0; column < row.size(); column++) {
                    if (!row.get(column).isNull()) {
                        names.add(series.path("columns").path(column).asText());
                    }
                }
            }
        }
        return names;
    }

    private static Set<String> withoutTime(Set<String> columns) {
        Set<String> rest = new HashSet<>(columns);
        rest.remove("Time");
        return rest;
    }
}
