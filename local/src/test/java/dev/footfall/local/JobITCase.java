package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.LaneAnswer.Mark;
import dev.footfall.events.Topics;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.recordings.Recording;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.influx.InfluxPoints;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code footfall job} between a real broker and a real InfluxDB: stopped on the way and gone on with, its points are those of a replay. */
@Timeout(240)
class JobITCase {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Sent(String store, int lane, byte[] frame) {}

    private final Path folder;
    private final Path stores;
    private final Path recording;
    private final EmbeddedBroker broker;
    private final Influxd influxd;
    private final Connection gateway;
    private final Heard answers;
    private final List<Sent> frames = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    JobITCase(@TempDir Path folder) throws IOException {
        this.folder = folder;
        stores = Demo.stores(folder);
        recording = Demo.write(folder.resolve("events.ndjson"), Demo.traffic());
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        influxd = Influxd.start(folder.resolve("influxd"));
        gateway = Connection.open(Broker.at(broker.uri().toString()), Session.publisher("gateway"), message -> {});
        answers = new Heard(broker.uri().toString(), "gateway-ears", "footfall/v1/acks/footfall/+/+");
        try (Gateway logic = Gateway.ofRecording(
                        StorePacks.open(stores),
                        Framing.ofRecording(),
                        StoreKeys.ofSecret(new byte[32]),
                        (store, lane, frame) -> frames.add(new Sent(store, lane, frame)),
                        letter -> {});
                Recording traffic = Recording.open(recording)) {
            while (traffic.readLine(logic)) {
                // to the end
            }
        }
        await().atMost(PATIENCE).until(() -> gateway.isUp() && answers.isUp());
    }

    @AfterEach
    void close() throws IOException {
        answers.close();
        gateway.close();
        influxd.close();
        broker.close();
    }

    /** Runs the command in the background. */
    private final class Running {
        private final CommandLine footfall = Footfall.commandLine();
        private final CompletableFuture<Integer> code;

        Running(String... more) {
            out.getBuffer().setLength(0);
            footfall.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
            List<String> arguments = new ArrayList<>(List.of(
                    "job",
                    "--stores",
                    stores.toString(),
                    "--broker",
                    broker.uri().toString(),
                    "--influx",
                    influxd.url().toString(),
                    "--checkpoints",
                    folder.resolve("checkpoints").toString(),
                    "--checkpoint-every",
                    "500ms"));
            arguments.addAll(List.of(more));
            code = CompletableFuture.supplyAsync(() -> footfall.execute(arguments.toArray(String[]::new)));
            await().atMost(PATIENCE).until(() -> code.isDone() || out.toString().contains("job: running"));
        }

        void stop() {
            JobCommand command =
                    Objects.requireNonNull(footfall.getSubcommands().get("job")).getCommand();
            command.stop();
            assertThat(code.join()).as(() -> err.toString() + out).isEqualTo(Footfall.DONE);
        }
    }

    /** Sends frames until the job has told every store's gateway that all of them are safe; the first may come before it listens. */
    private void publishUntilSafe(List<Sent> some) throws Exception {
        Map<String, Long> next = new HashMap<>();
        for (Sent sent : some) {
            FrameHead head = FrameCodec.header(sent.frame());
            if (head instanceof FrameHeader frame) {
                next.put(Topics.acks("footfall", head.store(), head.gateway()), frame.seq() + 1);
            }
        }
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(3)).untilAsserted(() -> {
            if (!told().equals(next)) {
                publish(some);
            }
            assertThat(told()).isEqualTo(next);
        });
    }

    private void publish(List<Sent> some) {
        for (Sent sent : some) {
            gateway.publish(Outgoing.of(Topics.frames(sent.lane(), sent.store()), sent.frame()))
                    .join();
        }
    }

    private Map<String, Long> told() {
        Map<String, Long> told = new HashMap<>();
        for (Heard.Message message : answers.messages()) {
            LaneAnswer.parse(message.payload().getBytes(StandardCharsets.UTF_8))
                    .filter(Mark.class::isInstance)
                    .ifPresent(mark -> told.put(message.topic(), ((Mark) mark).next()));
        }
        return told;
    }

    @Test
    void stoppedAndGoneOnWith_writesThePointsOfAReplay() throws Exception {
        List<Sent> half = frames.subList(0, frames.size() / 2);
        Running first = new Running("--parallelism", "2");
        assertThat(out.toString()).contains("beginning anew: no checkpoint in");
        publishUntilSafe(half);
        first.stop();
        assertThat(out.toString()).contains("job: stopped with savepoint " + folder.resolve("checkpoints"));

        Running second = new Running("--parallelism", "1");
        assertThat(out.toString()).containsPattern("going on from .*/checkpoints/savepoint-");
        publishUntilSafe(frames);
        second.stop();

        Path expected = folder.resolve("expected.lp");
        CommandLineRun replay = CommandLineRun.of(
                "replay",
                "--stores",
                stores.toString(),
                "--events",
                recording.toString(),
                "--out",
                expected.toString());
        assertThat(replay.code()).as(replay.err()).isEqualTo(Footfall.DONE);
        assertThat(InfluxPoints.finals(influxd.url(), "footfall")).isEqualTo(Files.readAllLines(expected));
        assertNothingOfDevicesAndFramesIsMissing();
    }

    /** Minute by minute, over both runs, and though half of the frames came twice. */
    private void assertNothingOfDevicesAndFramesIsMissing() throws Exception {
        List<String> points = InfluxPoints.all(influxd.url(), "footfall");
        for (String store : Demo.STORES) {
            assertThat(sum(points, "device_health,device=cam,store=" + store, "events"))
                    .isEqualTo(3_600);
            assertThat(sum(points, "device_health,device=shelfcam,store=" + store, "events"))
                    .isEqualTo(60);
            assertThat(sum(points, "pipeline,store=" + store, "frames")).isEqualTo(frames(store));
            assertThat(sum(points, "pipeline,store=" + store, "duplicates")).isPositive();
            assertThat(sum(points, "pipeline,store=" + store, "gaps")).isZero();
        }
        assertThat(points).anyMatch(line -> line.matches("device_health,.* state=\"online\",last_heard_ms=.*"));
        assertThat(points).anyMatch(line -> line.matches("pipeline,.*lag_ms=.*"));
    }

    private static long sum(List<String> points, String series, String field) {
        Pattern value = Pattern.compile(Pattern.quote(series) + " (?:.*,)?" + field + "=(\\d+)i.*");
        return points.stream()
                .map(value::matcher)
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private long frames(String store) throws Exception {
        long count = 0;
        for (Sent sent : frames) {
            count += sent.store().equals(store) && FrameCodec.header(sent.frame()) instanceof FrameHeader ? 1 : 0;
        }
        return count;
    }

    @Test
    void otherNumberOfLanes_thanBefore_isRefused() throws Exception {
        Running first = new Running("--lanes", "16");
        assertThat(new Running("--lanes", "16").code.join()).isEqualTo(Footfall.UNUSABLE);
        assertThat(err.toString()).contains("another job is running on it");
        publishUntilSafe(frames.subList(0, 10));
        first.stop();

        Running second = new Running("--lanes", "8");

        assertThat(second.code.join()).as(() -> err.toString() + out).isEqualTo(Footfall.UNUSABLE);
        assertThat(err.toString()).contains("lanes = 8, but the restored state has 16");
    }
}
