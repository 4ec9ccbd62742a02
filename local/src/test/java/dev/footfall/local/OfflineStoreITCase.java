package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.local.torture.Line;
import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.simulator.RecordingWriter;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.SimulationSettings;
import dev.footfall.simulator.truth.Truth;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose line is cut for a whole working day, beside one whose line is not. */
class OfflineStoreITCase {
    private static final long NOON = Instant.parse("2026-03-02T11:00:00Z").toEpochMilli();
    private static final long HOURS_OFFLINE = Duration.ofHours(8).toMillis();
    private static final int VISITS_PER_DAY = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder = Path.of("");

    private Path stores = Path.of("");

    @BeforeEach
    void copyStores() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
        stores = folder.resolve("stores");
        DemoStores.copy(stores, ZoneId.of("Europe/Berlin"));
    }

    private Path recording(String store) throws Exception {
        Path file = folder.resolve(store + ".ndjson.gz");
        try (RecordingWriter recording = new RecordingWriter(file)) {
            Simulation simulation = Simulation.of(
                    new SimulationSettings(stores.resolve(store), SensorErrors.NONE, 5, NOON, VISITS_PER_DAY),
                    Truth.NONE);
            simulation.advance(NOON + HOURS_OFFLINE, recording);
            simulation.end(recording);
        }
        return file;
    }

    private Path replayed(String name, Path... recordings) {
        Path points = folder.resolve(name + ".lp");
        List<String> arguments = new java.util.ArrayList<>(
                List.of("replay", "--stores", stores.toString(), "--out", points.toString(), "--events"));
        List.of(recordings).forEach(recording -> arguments.add(recording.toString()));
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return points;
    }

    @Test
    void eightHoursOfSpoolSentAtOnce_giveTheSamePoints_andTheOtherShopHadItsOwnOnTime() throws Exception {
        Path kiosk = recording("kiosk");
        Path supermarket = recording("supermarket");
        Path ofSupermarket = replayed("supermarket", supermarket);
        Path ofBoth = replayed("both", supermarket, kiosk);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                Line line = new Line("kiosk-jobs", broker.uri().getPort());
                LiveChain chain = new LiveChain(folder, stores, broker.uri())) {
            chain.startGateway("supermarket", broker.uri(), broker.uri(), "--serve", "supermarket");
            chain.startGateway(
                    "kiosk", broker.uri(), URI.create("mqtt://127.0.0.1:" + line.port()), "--serve", "kiosk");
            chain.startJob(2);
            line.become(Line.State.CUT);

            CompletableFuture<CommandLineRun> offline = LiveChain.publish(broker.uri(), kiosk, "max");
            CompletableFuture<CommandLineRun> online = LiveChain.publish(broker.uri(), supermarket, "max");
            assertThat(online.get().code()).as(online.get().err()).isZero();
            assertThat(offline.get().code()).as(offline.get().err()).isZero();
            chain.awaitFinals(ofSupermarket, PATIENCE);

            line.become(Line.State.OPEN);
            chain.awaitFinals(ofBoth, PATIENCE);
        }
    }
}
