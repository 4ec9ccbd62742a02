package dev.footfall.floorboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * How much each query of a store's page may answer for a day, stated and seen: of a supermarket of 100 by 64 squares, 39 zones on its floor, two
 * doors, 17 devices, and a day in which every quarter hour of twelve hours was a busy one.
 */
class QueryEconomyITCase {
    private static final int SQUARES = 100 * 64;
    private static final int ZONES = 45;
    private static final int DOORS = 2;
    /** Of a day of 25 hours. */
    private static final int QUARTERS = 100;

    /** No panel reads more. */
    private static final int SOME_THOUSAND = 6_400;

    /** The most rows of each query as the page asks it. */
    static final Map<String, Integer> MOST_ROWS = Map.ofEntries(
            Map.entry("heatmap", SQUARES),
            Map.entry("zones", ZONES),
            Map.entry("zone_now", ZONES),
            Map.entry("people_now", 1),
            Map.entry("occupancy", QUARTERS),
            Map.entry("footfall", QUARTERS * DOORS),
            Map.entry("visits", 1),
            Map.entry("funnel", 20),
            Map.entry("flows", ZONES * ZONES),
            Map.entry("paths", 50),
            Map.entry("latest", 2),
            Map.entry("devices", 20),
            Map.entry("heat_sums", SQUARES),
            Map.entry("zone_sums", ZONES),
            Map.entry("visit_sums", 1),
            Map.entry("heat_most", 1),
            Map.entry("heat_first", 1),
            Map.entry("heat_last", 1),
            Map.entry("heat_seconds", SQUARES),
            Map.entry("heat_visits", SQUARES),
            Map.entry("zone_detail", 1),
            Map.entry("zone_course", QUARTERS));

    static final Iterable<String> NAMES = FigureQuery.NAMES;

    private static final List<String> OF_NOW = List.of("zone_now", "people_now", "devices");
    /** Asked for a quarter hour at a time. */
    private static final List<String> PLAYED = List.of("heat_seconds", "heat_visits");

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    @Test
    void everyQuery_hasItsBound() {
        assertThat(MOST_ROWS.keySet()).containsExactlyInAnyOrderElementsOf(FigureQuery.NAMES);
        assertThat(MOST_ROWS.values()).allMatch(rows -> rows <= SOME_THOUSAND);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void day_isAnsweredInFewRows(String name) throws Exception {
        boolean now = OF_NOW.contains(name);
        Instant from = now
                ? ShownStores.DAY_START
                : PLAYED.contains(name) ? ShownStores.FULL_DAY.plus(Duration.ofHours(6)) : ShownStores.FULL_DAY;
        Duration length = PLAYED.contains(name) ? Duration.ofMinutes(15) : Duration.ofDays(1);
        assertThat(rows(name, from, length)).isBetween(1, MOST_ROWS.get(name));
    }

    private static int rows(String name, Instant from, Duration length) throws Exception {
        String asked = "api/query/%s?store=%s&floor=0&zone=dairy&window=1d&from=%d&to=%d"
                .formatted(
                        name,
                        ShownStores.STORE,
                        from.toEpochMilli(),
                        from.plus(length).toEpochMilli());
        JsonNode answer = JSON.readTree(get(asked));
        int rows = 0;
        for (JsonNode series : answer.at("/results/0/series")) {
            rows += series.path("values").size();
        }
        return rows;
    }

    private static String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(STORES.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
