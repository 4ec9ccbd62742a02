package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.servers.Mosquitto;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays real recordings through a real broker, a gateway, a job on a Flink cluster and a real InfluxDB, and reads back what a replay writes, to the byte. The
 * short recordings at 250 times their speed; those of days and weeks as fast as the broker takes them.
 */
class LiveEqualsReplayITCase {
    private static final Map<String, String> SPEEDS =
            Map.of("zara01", "250", "corridor-bo", "250", "oddities", "250", "market", "max", "office", "max");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path common = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Optional<Recordings> recordings = Optional.empty();
    private static Path stores = Path.of("");
    private static Path replayed = Path.of("");

    @BeforeAll
    static void replayAll() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
        recordings = Recordings.find();
        if (recordings.isPresent()) {
            stores = recordings.get().stores(common, SPEEDS.keySet());
            replayed = recordings.get().replay(common, stores, SPEEDS.keySet());
        }
    }

    @Test
    void throughTheBrokerWithin_withOneTask() throws Exception {
        if (recordings.isPresent()) {
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
                playAll(broker.uri(), 1);
            }
        }
    }

    @Test
    void throughMosquitto_withTwoTasks() throws Exception {
        if (recordings.isPresent()) {
            try (Mosquitto broker = Mosquitto.start(folder.resolve("broker"))) {
                playAll(broker.uri(), 2);
            }
        }
    }

    private void playAll(URI broker, int parallelism) throws Exception {
        try (LiveChain chain = new LiveChain(folder, stores, broker)) {
            chain.startGateway("all", broker);
            chain.startJob(parallelism);
            List<CompletableFuture<CommandLineRun>> playing = SPEEDS.entrySet().stream()
                    .map(each ->
                            LiveChain.publish(broker, recordings.orElseThrow().file(each.getKey()), each.getValue()))
                    .toList();
            for (CompletableFuture<CommandLineRun> each : playing) {
                CommandLineRun run = each.get();
                assertThat(run.code()).as(run.err()).isZero();
            }
            chain.awaitFinals(replayed, PATIENCE);
        }
    }
}
