package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code footfall up}: everything on one machine, and nothing left when it has ended. */
class UpITCase {
    private static final Set<String> MEASUREMENTS = Set.of(
            "footfall",
            "occupancy",
            "heatmap",
            "cells",
            "stores",
            "zones",
            "zone_dwell",
            "zone_now",
            "visits",
            "zone_flow",
            "paths",
            "funnel",
            "device_health",
            "pipeline");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void haveTime() {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @Test
    void withNothingSaid_writesEveryMeasurement_showsThePage_andLeavesNothing() throws Exception {
        try (FootfallProcess up =
                FootfallProcess.start(folder.resolve("log"), "up", "--port", "0", "--history", "40m")) {
            up.awaitLine("Ctrl-C ends all of it", 1);
            String influx = word(up, "InfluxDB", "http://[^,]*");
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(measurements(influx))
                    .isEqualTo(new TreeSet<>(MEASUREMENTS)));
            assertThat(get(word(up, "floorboard", "http://\\S*"))).contains("<title>Floorboard");
            assertThat(up.addressesListenedOn())
                    .as("what others could reach")
                    .isNotEmpty()
                    .allMatch(InetAddress::isLoopbackAddress);
            List<ProcessHandle> children = up.descendants();
            Path data = Path.of(word(up, "data", "/\\S*"));
            assertThat(children).as("an influxd").isNotEmpty();
            assertThat(data).isDirectory();

            assertThat(up.terminate()).as(up.output()).isIn(0, 143);

            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(data).doesNotExist();
            assertThat(up.output()).contains("nothing is left");
        }
    }

    @Test
    void toldToEnd_beforeEverythingHasStarted_leavesNothing() throws Exception {
        try (FootfallProcess up = FootfallProcess.start(folder.resolve("log"), "up", "--port", "0")) {
            up.awaitLine("starting", 1);

            assertThat(up.terminate()).as(up.output()).isIn(0, 143);

            assertThat(up.output())
                    .contains("ended before everything had started")
                    .contains("nothing is left")
                    .doesNotContain("Exception");
            assertThat(ProcessHandle.allProcesses()
                            .filter(process ->
                                    process.info().commandLine().orElse("").contains("influxd"))
                            .filter(process ->
                                    process.parent().map(ProcessHandle::pid).orElse(0L) == up.pid()))
                    .isEmpty();
        }
    }

    /** The shop's own broker and database, the clock on the wall, and a folder that is kept: the second start goes on where the first ended. */
    @Test
    void withRealDevices_andAFolder_goesOnWhereItWas() throws Exception {
        Path stores = Path.of(System.getProperty("footfall.project"), "examples/corner-shop/stores");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                Influxd influxd = Influxd.start(folder.resolve("influxd"))) {
            for (int entries = 1; entries <= 2; entries++) {
                try (FootfallProcess up = FootfallProcess.start(
                        folder.resolve("log" + entries),
                        "up",
                        "--stores",
                        stores.toString(),
                        "--broker",
                        broker.uri().toString(),
                        "--influx",
                        influxd.url().toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        "0")) {
                    up.awaitLine("Ctrl-C ends all of it", 1);

                    somebodyComesIn(broker.uri());

                    long wanted = entries;
                    await().ignoreExceptions().until(() -> entries(influxd) == wanted);
                    assertThat(up.terminate()).as(up.output()).isIn(0, 143);
                    assertThat(up.output()).contains("data is kept");
                }
            }
        }
        assertThat(folder.resolve("data/spool")).isNotEmptyDirectory();
        assertThat(folder.resolve("data/checkpoints")).isNotEmptyDirectory();
    }

    private static void somebodyComesIn(URI broker) throws Exception {
        String report = "{\"time\":" + System.currentTimeMillis() + ",\"in\":1,\"out\":0}";
        CountDownLatch connected = new CountDownLatch(1);
        try (Connection connection =
                Connection.open(Broker.at(broker.toString()), Session.publisher("door"), new Listener() {
                    @Override
                    public void received(Incoming message) {
                        message.acknowledge();
                    }

                    @Override
                    public void connected() {
                        connected.countDown();
                    }

                    @Override
                    public void disconnected(String why) {}
                })) {
            assertThat(connected.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            connection
                    .publish(
                            Outgoing.of("footfall/v1/corner-shop/door/door-1", report.getBytes(StandardCharsets.UTF_8)))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static long entries(Influxd influxd) throws IOException {
        return influxd.query("footfall", "SELECT sum(\"in\") FROM footfall WHERE \"window\" = '1d'")
                .at("/results/0/series/0/values/0/1")
                .asLong();
    }

    @Test
    void forAWhile_endsByItselfWithZero() throws Exception {
        CommandLineRun run = CommandLineRun.of("up", "--port", "0", "--history", "1m", "--for", "15s");

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("everything has ended, nothing is left");
    }

    @Test
    void portInUse_isSaid_beforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun run = CommandLineRun.of("up", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--port " + taken.getLocalPort() + ": in use");
        }
    }

    @Test
    void allFaults_areSaidAtOnce() {
        CommandLineRun run = CommandLineRun.of(
                "up", "--port", "70000", "--broker", "http://x", "--influx", "nonsense", "--parallelism", "0");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--port 70000", "--broker http://x", "--influx nonsense", "--parallelism 0")
                .contains("--stores is missing");
    }

    private static String word(FootfallProcess up, String part, String pattern) {
        return up.output()
                .lines()
                .filter(line -> line.strip().startsWith(part + " "))
                .findFirst()
                .map(line -> Pattern.compile(pattern).matcher(line))
                .filter(Matcher::find)
                .map(Matcher::group)
                .orElseThrow(() -> new AssertionError(part + " in\n" + up.output()));
    }

    private Set<String> measurements(String influx) throws IOException, InterruptedException {
        String query = URLEncoder.encode("SHOW MEASUREMENTS", StandardCharsets.UTF_8);
        JsonNode answer = new ObjectMapper().readTree(get(influx + "/query?db=footfall&q=" + query));
        Set<String> found = new TreeSet<>();
        answer.at("/results/0/series/0/values")
                .forEach(row -> found.add(row.get(0).asText()));
        return found;
    }

    private String get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
