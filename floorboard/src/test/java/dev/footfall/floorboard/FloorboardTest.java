package dev.footfall.floorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is served of the corner shop, with a few points in a real InfluxDB, at noon of a Tuesday. Longer than other files because every
 * address, and what each refuses, is asked of one server.
 */
class FloorboardTest {
    static final Iterable<String> NAMES = FigureQuery.NAMES;
    static final Iterable<String> CHAIN_NAMES = ChainQuery.NAMES;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-03T11:20:00Z"), ZoneOffset.UTC);
    private static final Path STORES =
            Path.of(System.getProperty("footfall.project", "..")).resolve("examples/corner-shop/stores");
    private static final String DAY = "&from=1793674800000&to=1793761200000";
    private static final String POINTS =
            """
            visits,store=corner-shop,window=1d visits=14i,bounces=3i,status=1i 1793674800000
            visits,store=other,window=1d visits=99i,bounces=9i,status=1i 1793674800000
            heatmap,cell=12_13,floor=0,store=corner-shop,window=1d seconds=37.956397,visits=6i,status=0i 1793674800000
            heatmap,cell=3_4,floor=0,store=corner-shop,window=1h seconds=1.5,visits=1i,status=1i 1793674800000
            zone_now,floor=0,store=corner-shop,zone=bread people=2i,longest_ms=4000i 1793704799000
            zone_now,floor=0,store=corner-shop,zone=bread people=1i,longest_ms=5000i 1793704800000
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Influxd influxd;

    @SuppressWarnings("NullAway.Init")
    private static Floorboard floorboard;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        influxd = Influxd.start(folder);
        influxd.query("", "CREATE DATABASE footfall");
        CLIENT.send(
                HttpRequest.newBuilder(influxd.url().resolve("/write?db=footfall&precision=ms"))
                        .POST(HttpRequest.BodyPublishers.ofString(POINTS))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        floorboard = open(influxd.url(), "footfall");
    }

    private static Floorboard open(URI influx, String database) throws IOException {
        InfluxAccess access = new InfluxAccess(influx, database, null);
        return Floorboard.start(new FloorboardSettings("127.0.0.1", 0, STORES, access), NOON);
    }

    @AfterAll
    static void stop() throws IOException {
        floorboard.close();
        influxd.close();
    }

    private static HttpResponse<String> get(Floorboard from, String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(from.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> response = get(floorboard, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void stores_tellsWhatThereIs() throws Exception {
        JsonNode store = json("/api/stores").at("/stores/0");
        assertThat(store.at("/id").asText()).isEqualTo("corner-shop");
        assertThat(store.at("/timezone").asText()).isEqualTo("Europe/Berlin");
        assertThat(store.at("/tracked").asBoolean()).isTrue();
        assertThat(store.at("/floors").toString()).isEqualTo("[{\"id\":\"0\",\"name\":\"Ground floor\"}]");
        assertThat(store.at("/funnels/0/steps/1").toString())
                .isEqualTo("{\"label\":\"2-coffee\",\"zones\":[\"coffee\"],\"event\":null,\"minDwellMillis\":5000}");
    }

    @Test
    void floor_isDrawnInMetres() throws Exception {
        JsonNode plan = json("/api/stores/corner-shop/floors/0");
        assertThat(plan.at("/bounds").toString()).isEqualTo("{\"minX\":0.0,\"minY\":0.0,\"maxX\":12.0,\"maxY\":8.0}");
        assertThat(plan.at("/heat").toString())
                .isEqualTo("{\"x\":0.0,\"y\":0.0,\"cell\":0.5,\"columns\":24,\"rows\":16}");
        assertThat(plan.at("/zones")).hasSize(5);
        assertThat(plan.at("/zones/0/at").toString()).isEqualTo("[6.0,1.0]");
        assertThat(plan.at("/doors/0/a").toString()).isEqualTo("[7.0,0.0]");
        assertThat(plan.at("/features/0/kind").asText()).isEqualTo("fixture");
        assertThat(plan.at("/features/0/shape/polygons/0/0/0").toString()).isEqualTo("[10.5,2.0]");
    }

    @Test
    void layout_isOnTheEarthAndForOtherHosts() throws Exception {
        HttpResponse<String> response = get(floorboard, "/stores/corner-shop/layout.geojson");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        JsonNode first = JSON.readTree(response.body()).at("/features/0");
        assertThat(first.at("/properties/kind").asText()).isEqualTo("floor");
        assertThat(first.at("/geometry/coordinates/0/0").toString()).isEqualTo("[13.405,52.52]");
    }

    @Test
    void range_isTheStoresDay() throws Exception {
        JsonNode today = json("/api/stores/corner-shop/range/today");
        assertThat(today.at("/fromMillis").asLong()).isEqualTo(1793674800000L);
        assertThat(today.at("/toMillis").asLong()).isEqualTo(1793761200000L);
        assertThat(get(floorboard, "/api/stores/corner-shop/range/someday").statusCode())
                .isEqualTo(400);
    }

    @Test
    void query_isWhatInfluxDbAnswers() throws Exception {
        assertThat(json("/api/query/visits?store=corner-shop&window=1d" + DAY).at("/results/0/series/0/values/0/1"))
                .hasToString("14");
        assertThat(json("/api/query/heatmap?store=corner-shop&floor=0&window=1d" + DAY)
                        .at("/results/0/series/0/values"))
                .hasToString("[[1793674800000,\"12_13\",37.956397,6,0,null]]");
        assertThat(json("/api/query/zone_now?store=corner-shop&floor=0" + DAY).at("/results/0/series/0"))
                .hasToString("{\"name\":\"zone_now\",\"tags\":{\"zone\":\"bread\"},"
                        + "\"columns\":[\"time\",\"people\",\"longest_ms\"],\"values\":[[1793704800000,1,5000]]}");
    }

    @Test
    void chain_isEveryStoreOnItsOwnDay() throws Exception {
        JsonNode store = json("/api/chain/stores/yesterday").at("/stores/0");
        assertThat(store.at("/id").asText()).isEqualTo("corner-shop");
        assertThat(store.at("/date").asText()).isEqualTo("2026-11-02");
        assertThat(store.at("/startMillis").asLong()).isEqualTo(1793674800000L - 86_400_000);
        assertThat(store.at("/weekBeforeMillis").asLong()).isEqualTo(1793674800000L - 8 * 86_400_000);
        assertThat(store.at("/lat").asDouble()).isCloseTo(52.52, within(0.001));
        JsonNode rows = json("/api/chain/query/visits?at=1793674800000").at("/results/0/series/0/values");
        assertThat(rows.toString())
                .isEqualTo("[[1793674800000,\"corner-shop\",14,3,null,1,null,null],"
                        + "[1793674800000,\"other\",99,9,null,1,null,null]]");
        assertThat(json("/api/chain/query/visits?at=1793674800001").at("/results/0/series"))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHAIN_NAMES")
    void chainQuery_every_isTakenByInfluxDb(String name) throws Exception {
        assertThat(json("/api/chain/query/" + name + "?at=1793674800000")
                        .at("/results/0/statement_id")
                        .asInt(-1))
                .isZero();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void query_every_isTakenByInfluxDb(String name) throws Exception {
        JsonNode answer = json("/api/query/" + name + "?store=corner-shop&floor=0&zone=bread&window=1d" + DAY);
        assertThat(answer.at("/results/0/statement_id").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/query/nothing?store=corner-shop, 404",
        "/api/query/visits?store=nowhere&window=1d&from=1&to=2, 404",
        "/api/query/visits?window=1d&from=1&to=2, 400",
        "/api/query/visits?store=corner-shop&window=2d&from=1&to=2, 400",
        "/api/query/visits?store=corner-shop&window=1d&from=2&to=2, 400",
        "/api/query/visits?store=corner-shop&window=1d&from=-1&to=2, 400",
        "/api/query/visits?store=corner-shop&window=1d&from=0&to=90000001, 400",
        "/api/query/heatmap?store=corner-shop&floor=9&window=1d&from=1&to=2, 404",
        "/api/query/zone_detail?store=corner-shop&floor=0&zone=nowhere&window=1d&from=1&to=2, 404",
        "/api/stores/corner-shop/range/today/against/never, 400",
        "/api/stores/corner-shop/floors/9, 404",
        "/api/stores/corner-shop/floors/0?at=noon, 400",
        "/api/chain/stores/live, 400",
        "/api/chain/stores/someday, 400",
        "/api/chain/query/nothing?at=1, 404",
        "/api/chain/query/visits?at=noon, 400",
        "/stores/nowhere/layout.geojson, 404",
        "/stores/..%2Fcorner-shop/layout.geojson, 404",
        "/nothing, 404",
    })
    void request_forWhatThereIsNot_isRefused(String path, int status) throws Exception {
        assertThat(get(floorboard, path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corner-shop' OR 'a'='a",
                "corner-shop\\",
                "corner-shop'; DROP DATABASE footfall --",
                "../corner-shop",
                "corner-shop\n"
            })
    void query_injection_isRefusedAndReachesNothing(String text) throws Exception {
        for (String name : new String[] {"store", "floor", "window"}) {
            String good = "store=corner-shop&floor=0&window=1d" + DAY;
            String bad = good.replaceFirst(
                    name + "=[^&]*", name + "=" + encoded(text).replace("\\", "\\\\"));
            assertThat(get(floorboard, "/api/query/heatmap?" + bad).statusCode())
                    .isIn(400, 404);
        }
        assertThat(influxd.query("", "SHOW DATABASES").toString()).contains("footfall");
    }

    @Test
    void influxDb_awayOrWithoutTheDatabase_isToldPlainly() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        String path = "/api/query/visits?store=corner-shop&window=1d" + DAY;
        try (Floorboard away = open(nobody, "footfall");
                Floorboard absent = open(influxd.url(), "absent")) {
            HttpResponse<String> response = get(away, path);
            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(JSON.readTree(response.body()).path("error").asText())
                    .startsWith("InfluxDB at " + nobody + " does not answer");
            assertThat(get(absent, path).body()).contains("refuses: database not found: absent");
            assertThat(get(away, "/api/stores").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void page_trustsNothingButItself() throws Exception {
        HttpResponse<String> page = get(floorboard, "/");
        assertThat(page.body()).startsWith("<!doctype html>").doesNotContain("http:", "https:", "style=", "onclick=");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("default-src 'none'", "script-src 'self';").doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(get(floorboard, "/echarts/echarts.esm.min.js").statusCode()).isEqualTo(200);
    }

    /** The status line, the head and the body of a request whose {@code Host} is the given one. */
    private static String asked(String host, String path) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), floorboard.url().getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "shop.example:8080",
                "localhost.shop.example",
                "127.0.0.1.shop.example",
                "10.0.0.5"
            })
    void host_thatIsNotThisMachine_getsNothing(String host) throws IOException {
        for (String path :
                List.of("/", "/api/stores", "/stores/corner-shop/layout.geojson", "/echarts/echarts.esm.min.js")) {
            assertThat(asked(host, path))
                    .as(path)
                    .startsWith("HTTP/1.1 421 ")
                    .contains("{\"error\":\"This floorboard answers to localhost", "'" + host + "'")
                    .doesNotContain("Access-Control-Allow-Origin", "corner-shop");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8080"})
    void host_thatIsThisMachine_isServed(String host) throws IOException {
        assertThat(asked(host, "/")).startsWith("HTTP/1.1 200 ");
        assertThat(asked(host, "/stores/corner-shop/layout.geojson"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Access-Control-Allow-Origin: *");
    }

    @Test
    void start_onABusyPort_namesIt() {
        int busy = floorboard.url().getPort();
        InfluxAccess access = new InfluxAccess(influxd.url(), "footfall", null);
        assertThatThrownBy(() -> Floorboard.start(new FloorboardSettings("127.0.0.1", busy, STORES, access)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + busy + " of 127.0.0.1 is in use");
    }

    @Test
    void start_withoutStores_saysSo() {
        InfluxAccess access = new InfluxAccess(influxd.url(), "footfall", null);
        Path file = folder.resolve("influxdb.conf");
        assertThat(Files.isRegularFile(file)).isTrue();
        assertThatThrownBy(() -> Floorboard.start(new FloorboardSettings("127.0.0.1", 0, file, access)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a folder of stores");
    }
}
