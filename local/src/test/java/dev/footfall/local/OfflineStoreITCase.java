package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.jobs.influx.InfluxPoints;
import dev.footfall.jobs.oracle.PointComparison;
import dev.footfall.local.torture.Line;
import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.simulator.RecordingWriter;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.SimulationSettings;
import dev.footfall.simulator.truth.Truth;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose line is cut for a whole working day, beside one whose line is not; and a shop of which one of two gateways is cut off. */
class OfflineStoreITCase {
    private static final long NOON = Instant.parse("2026-03-02T11:00:00Z").toEpochMilli();
    private static final long HOURS_OFFLINE = Duration.ofHours(8).toMillis();
    private static final int VISITS_PER_DAY = 70;
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

    /** The far gateway hears two of the four cameras; its way to the jobs is cut all day long. */
    @Test
    void silentGateway_isWaitedForAWhile_thenMissed_andWhatItSendsLaterIsCorrected() throws Exception {
        Path config = stores.resolve("kiosk").resolve("store.yaml");
        Files.writeString(config, Files.readString(config) + "\ngateways: [near, far]\n");
        Path all = recording("kiosk");
        String secret = Files.writeString(folder.resolve("secret"), "what both gateways know")
                .toString();
        Path archive = folder.resolve("archive");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                EmbeddedBroker farBroker = EmbeddedBroker.start(folder.resolve("far-broker"), 0);
                Line line = new Line("far-jobs", broker.uri().getPort());
                LiveChain chain = new LiveChain(folder, stores, broker.uri())) {
            List<String> common = List.of("--serve", "kiosk", "--secret-file", secret, "--name");
            chain.startGateway("near", broker.uri(), broker.uri(), with(common, "near"));
            chain.startGateway(
                    "far", farBroker.uri(), URI.create("mqtt://127.0.0.1:" + line.port()), with(common, "far"));
            chain.startJob(1, "--patience", "3s", "--archive", archive.toString(), "--archive-roll", "1ms");
            line.become(Line.State.CUT);

            for (boolean far : new boolean[] {true, false}) {
                Path part = part(all, far);
                CommandLineRun published = LiveChain.publish((far ? farBroker : broker).uri(), part, "max")
                        .get();
                assertThat(published.code()).as(published.err()).isZero();
            }
            await().atMost(PATIENCE).ignoreExceptions().until(() -> !finals(chain)
                    .isEmpty());
            assertThat(finals(chain).stream().filter(point -> point.startsWith("zone_dwell,")))
                    .isNotEmpty()
                    .noneMatch(point -> point.contains("completeness=1.0"));

            line.become(Line.State.OPEN);
            String[] correct = {
                "correct",
                "--archive",
                archive.toString(),
                "--stores",
                stores.toString(),
                "--influx",
                chain.influxd().url().toString()
            };
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> CommandLineRun.of(
                            with(List.of(correct), "--dry-run"))
                    .out()
                    .contains("correct: 1 day to be corrected"));
            assertThat(CommandLineRun.of(correct).out()).contains("correct: 1 day corrected");

            List<String> wanted = PointComparison.lines(replayed("undisturbed", all));
            assertThat(finals(chain).stream().map(point -> point.replace("status=2i", "status=1i")))
                    .containsExactlyElementsOf(wanted);
        }
    }

    private static List<String> finals(LiveChain chain) throws Exception {
        return InfluxPoints.finals(chain.influxd().url(), LiveChain.DATABASE);
    }

    private static String[] with(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toArray(String[]::new);
    }

    /** What the far gateway hears of a recording, or the near one. */
    private Path part(Path all, boolean far) throws Exception {
        Path file = folder.resolve(far ? "far.ndjson" : "near.ndjson");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(all)), StandardCharsets.UTF_8))) {
            Files.write(
                    file,
                    lines.lines()
                            .filter(text -> far == (text.contains("/cam-drinks\"") || text.contains("/cam-snacks\"")))
                            .toList());
        }
        return file;
    }
}
