package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.servers.Mosquitto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What befalls the parts of a live chain while a recording is played; the points are those of a replay all the same. */
class LiveFaultsITCase {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STORE = "oddities";

    /** Two hours and a quarter in half a minute: long enough for something to happen, in between. */
    private static final String SPEED = "250";

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private static Path common = Path.of("");

    private static Optional<Recordings> recordings = Optional.empty();
    private static Path replayed = Path.of("");

    @BeforeAll
    static void replay() throws IOException {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
        recordings = Recordings.find();
        if (recordings.isPresent()) {
            Path stores = recordings.get().stores(common, List.of(STORE));
            replayed = recordings.get().replay(common, stores, List.of(STORE));
        }
    }

    private static void assertDone(CommandLineRun run) {
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void gatewayKilled_brokerStartedAgain_jobKilledAndRestored_losesAndDoublesNothing() throws Exception {
        if (recordings.isEmpty()) {
            return;
        }
        Path stores = recordings.get().stores(folder, List.of(STORE));
        try (Mosquitto broker = Mosquitto.start(folder.resolve("broker"));
                LiveChain chain = new LiveChain(folder, stores, broker.uri())) {
            FootfallProcess gateway = chain.startGateway("one", broker.uri());
            FootfallProcess job = chain.startJob(1);
            CompletableFuture<CommandLineRun> playing =
                    LiveChain.publish(broker.uri(), recordings.get().file(STORE), SPEED);

            chain.awaitAnyPoint();
            gateway.kill();
            chain.startGateway("one", broker.uri());
            broker.restart();
            job.kill();
            chain.startJob(2);

            assertDone(playing.get());
            chain.awaitFinals(replayed, PATIENCE);
        }
    }

    @Test
    void jobStoppedAndRestored_onAnotherNumberOfTasks_goesOnWhereItWas() throws Exception {
        if (recordings.isEmpty()) {
            return;
        }
        Path stores = recordings.get().stores(folder, List.of(STORE));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                LiveChain chain = new LiveChain(folder, stores, broker.uri())) {
            chain.startGateway("one", broker.uri());
            FootfallProcess job = chain.startJob(2);
            CompletableFuture<CommandLineRun> playing =
                    LiveChain.publish(broker.uri(), recordings.get().file(STORE), SPEED);

            chain.awaitAnyPoint();
            assertThat(job.terminate()).as(job.output()).isIn(0, 143);
            chain.startJob(1);

            assertDone(playing.get());
            chain.awaitFinals(replayed, PATIENCE);
        }
    }

    /** The recording is all in the spool before the job begins. */
    @Test
    void jobDownWhileTheGatewaySpools_catchesUp() throws Exception {
        if (recordings.isEmpty()) {
            return;
        }
        Path stores = recordings.get().stores(folder, List.of(STORE));
        try (Mosquitto broker = Mosquitto.start(folder.resolve("broker"));
                LiveChain chain = new LiveChain(folder, stores, broker.uri())) {
            chain.startGateway("one", broker.uri());
            assertDone(LiveChain.publish(broker.uri(), recordings.get().file(STORE), "max")
                    .get());

            chain.startJob(1);

            chain.awaitFinals(replayed, PATIENCE);
        }
    }

    /** Each gateway has a broker of its own; the camera at the shelves is heard by both. */
    @Test
    void twoGatewaysOfOneStore_oneOfThemBehind_giveThePointsOfOne() throws Exception {
        if (recordings.isEmpty()) {
            return;
        }
        Path stores = recordings.get().changedStore(folder, STORE, yaml -> yaml + "\ngateways: [near, far]\n");
        Path near = recordings.get().lines(folder, STORE, "near", line -> !line.contains("/door/"));
        Path far = recordings.get().lines(folder, STORE, "far", line -> !line.contains("/track/"));
        String secret = Files.writeString(folder.resolve("secret"), "what both gateways know")
                .toString();
        try (Mosquitto broker = Mosquitto.start(folder.resolve("broker"));
                Mosquitto farBroker = Mosquitto.start(folder.resolve("far-broker"));
                LiveChain chain = new LiveChain(folder, stores, broker.uri())) {
            chain.startGateway("near", broker.uri(), "--name", "near", "--secret-file", secret);
            chain.startGateway("far", farBroker.uri(), "--name", "far", "--secret-file", secret);
            chain.startJob(2);
            CompletableFuture<CommandLineRun> playing = LiveChain.publish(broker.uri(), near, SPEED);
            CompletableFuture<CommandLineRun> behind = CompletableFuture.supplyAsync(
                            () -> far, CompletableFuture.delayedExecutor(20, TimeUnit.SECONDS))
                    .thenCompose(file -> LiveChain.publish(farBroker.uri(), file, SPEED));

            assertDone(playing.get());
            assertDone(behind.get());
            chain.awaitFinals(replayed, PATIENCE);
        }
    }
}
