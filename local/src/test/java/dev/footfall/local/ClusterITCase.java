package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.events.Topics;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.recordings.Recording;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.influx.InfluxPoints;
import dev.footfall.local.cluster.FlinkCli;
import dev.footfall.local.cluster.FlinkHome;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code footfall cluster} and the jar of the jobs, as a chain runs it: submitted and stopped with Flink's own command line, between a real broker and a real InfluxDB. */
@Timeout(240)
class ClusterITCase {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ADDRESS = Pattern.compile("JobManager at http://localhost:([0-9]+)");

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Sent(String topic, byte[] frame) {}

    private final Path folder;
    private final Path stores;
    private final StringWriter out = new StringWriter();

    ClusterITCase(@TempDir Path folder) throws IOException {
        this.folder = folder;
        stores = Demo.stores(folder);
    }

    private List<Sent> frames() throws IOException {
        List<Sent> frames = new ArrayList<>();
        try (Gateway logic = Gateway.ofRecording(
                        StorePacks.open(stores),
                        Framing.ofRecording(),
                        StoreKeys.ofSecret(new byte[32]),
                        (store, lane, frame) -> frames.add(new Sent(Topics.frames(lane, store), frame)),
                        letter -> {});
                Recording traffic = Recording.open(Demo.write(folder.resolve("events.ndjson"), Demo.traffic()))) {
            while (traffic.readLine(logic)) {
                // to the end
            }
        }
        return frames;
    }

    @Test
    void jobSubmittedWithFlinksCommandLine_writesPoints_andStopsWithASavepoint() throws Exception {
        List<Sent> frames = frames();
        Path data = folder.resolve("cluster");
        CommandLine footfall = Footfall.commandLine().setOut(new PrintWriter(out, true));
        CompletableFuture<Integer> cluster = CompletableFuture.supplyAsync(() -> footfall.execute(
                "cluster", "--taskmanagers", "2", "--slots", "1", "--port", "0", "--data", data.toString()));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                Influxd influxd = Influxd.start(folder.resolve("influxd"));
                Connection gateway = Connection.open(
                        Broker.at(broker.uri().toString()), Session.publisher("gateway"), message -> {})) {
            await().atMost(PATIENCE)
                    .until(() -> cluster.isDone() || out.toString().contains("cluster: ready"));
            int port = port();
            String job = FlinkCli.findOfCluster(FlinkHome.ofProject(), port, folder.resolve("conf"))
                    .orElseThrow()
                    .runLiveJob(
                            List.of(
                                    "--stores",
                                    stores.toString(),
                                    "--broker",
                                    broker.uri().toString(),
                                    "--influx",
                                    influxd.url().toString(),
                                    "--archive",
                                    folder.resolve("archive").toString(),
                                    "--checkpoint-every",
                                    "1s"),
                            2,
                            null);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        frames.forEach(sent -> gateway.publish(Outgoing.of(sent.topic(), sent.frame()))
                                .join());
                        return InfluxPoints.finals(influxd.url(), "footfall").size() > 100;
                    });

            int stopped = Footfall.commandLine().execute("flink", "--port", Integer.toString(port), "stop", job);

            assertThat(stopped).isZero();
            assertThat(savepoints(data)).hasSize(1);
            assertThat(folder.resolve("archive")).isDirectoryRecursivelyContaining("glob:**/*");
        } finally {
            ClusterCommand command = Objects.requireNonNull(
                            footfall.getSubcommands().get("cluster"))
                    .getCommand();
            command.stop();
        }
        assertThat(cluster.join()).as(out::toString).isEqualTo(Footfall.DONE);
        assertThat(out.toString()).contains("has ended; checkpoints and logs are in " + data);
    }

    private int port() {
        Matcher address = ADDRESS.matcher(out.toString());
        assertThat(address.find()).as(out::toString).isTrue();
        return Integer.parseInt(address.group(1));
    }

    private static List<Path> savepoints(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("checkpoints"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("savepoint-"))
                    .toList();
        }
    }

    @Test
    void flink_withoutACluster_saysSo() {
        CommandLineRun run = CommandLineRun.of("flink", "--port", "1", "list");

        assertThat(run.code()).as(run.err()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err()).contains("no Flink cluster answers there");
    }
}
