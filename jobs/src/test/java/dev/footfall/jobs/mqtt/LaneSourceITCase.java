package dev.footfall.jobs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.footfall.events.LaneAnswer;
import dev.footfall.events.LaneAnswer.Mark;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.Topology;
import dev.footfall.mqtt.Broker;
import dev.footfall.servers.EmbeddedBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The lane source on a real Flink cluster and a real broker, fed by gateways that send frames more than once, in the wrong order, or not: every
 * frame is emitted once and in order, and gateways are told what is safe when it is.
 */
@Timeout(120)
class LaneSourceITCase {
    private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setConfiguration(METRICS.addToConfiguration(new Configuration()))
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private static @Nullable EmbeddedBroker broker;

    private final Path folder;
    private final LaneSettings settings;
    private final List<LittleGateway> gateways = new ArrayList<>();
    private @Nullable JobClient job;

    LaneSourceITCase(@TempDir Path folder, TestInfo test) {
        this.folder = folder;
        String group = test.getTestMethod().orElseThrow().getName()
                + test.getDisplayName().replaceAll("[^0-9]", "");
        settings = new LaneSettings(broker(), group, 4);
    }

    @BeforeAll
    static void startBroker(@TempDir Path folder) throws IOException {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
        broker = EmbeddedBroker.start(folder, 0);
    }

    @AfterAll
    static void stopBroker() throws IOException {
        if (broker != null) {
            broker.close();
        }
    }

    private static Broker broker() {
        if (broker == null) {
            throw new IllegalStateException("not started");
        }
        return Broker.at(broker.uri().toString());
    }

    @AfterEach
    void end() throws Exception {
        if (job != null && !job.getJobExecutionResult().isDone()) {
            job.cancel().get();
        }
        gateways.parallelStream().forEach(LittleGateway::close);
    }

    private List<LittleGateway> gateways() {
        Stream.of("berlin", "delhi", "lima", "oslo", "perth")
                .forEach(store -> gateways.add(new LittleGateway(broker(), settings, store)));
        await().until(() -> gateways.stream().allMatch(LittleGateway::isUp));
        return gateways;
    }

    /** Starts a job that makes checkpoints only when it is told to. */
    private Emitted start(String name, int parallelism, @Nullable String restored) throws Exception {
        Configuration configuration = Topology.configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofHours(1));
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (restored != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, restored);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        Emitted emitted = new Emitted(settings.group() + ' ' + name);
        environment
                .fromSource(
                        LaneSource.of(environment, settings), WatermarkStrategy.<StoreFrame>noWatermarks(), "frames")
                .uid("frames")
                .sinkTo(emitted)
                .uid("emitted");
        job = environment.executeAsync(name);
        await().until(() -> metric("connected") == settings.lanes());
        return emitted;
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private static void awaitAll(Emitted emitted, LittleGateway gateway, long from, long to) {
        await().untilAsserted(
                        () -> assertThat(emitted.of(gateway.store())).containsExactlyElementsOf(numbers(from, to)));
    }

    private static List<Mark> marks(LittleGateway gateway) {
        return gateway.answers().stream()
                .filter(Mark.class::isInstance)
                .map(Mark.class::cast)
                .toList();
    }

    private JobClient running() {
        if (job == null) {
            throw new IllegalStateException("not started");
        }
        return job;
    }

    private String stop() throws Exception {
        return running()
                .stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void frames_lostRepeatedAndTurnedRound_areEmittedOnceAndInOrder(int parallelism) throws Exception {
        Emitted emitted = start("job", parallelism, null);
        for (LittleGateway gateway : gateways()) {
            gateway.ticks()
                    .cuts(40)
                    .sends(0, 1, 1, 0, 2, 5, 4, 3, 6, 9, 10, 2)
                    .sends(12, 11, 10, 30, 31)
                    .ticks();
        }

        for (LittleGateway gateway : gateways) {
            awaitAll(emitted, gateway, 0, 40);
        }
    }

    @Test
    void marks_areToldWhenACheckpointHoldsThem(@InjectMiniCluster MiniCluster cluster) throws Exception {
        Emitted emitted = start("job", 2, null);
        LittleGateway gateway = gateways().get(0).ticks().cutsAndSends(7);
        awaitAll(emitted, gateway, 0, 7);
        assertThat(marks(gateway)).isEmpty();

        cluster.triggerCheckpoint(running().getJobID()).get();
        await().until(() -> !marks(gateway).isEmpty());
        assertThat(marks(gateway)).extracting(Mark::next).containsExactly(7L);

        gateway.cutsAndSends(3);
        awaitAll(emitted, gateway, 0, 10);
        cluster.triggerCheckpoint(running().getJobID()).get();
        await().until(() -> marks(gateway).size() > 1);
        assertThat(marks(gateway)).extracting(Mark::next).containsExactly(7L, 10L);
        assertThat(marks(gateway))
                .extracting(Mark::run)
                .containsOnly(marks(gateway).get(0).run());
        try (LittleGateway later = new LittleGateway(broker(), settings, "berlin")) {
            await().untilAsserted(() ->
                    assertThat(marks(later)).extracting(Mark::next).containsOnly(10L));
        }
    }

    /** Lanes move between readers, with what they know. */
    @Test
    void stopped_goesOnWithAnotherParallelism_whereItWas() throws Exception {
        Emitted emitted = start("job", 1, null);
        gateways().forEach(gateway -> gateway.ticks().cutsAndSends(10));
        gateways.forEach(gateway -> awaitAll(emitted, gateway, 0, 10));
        String first = stop();

        gateways.forEach(gateway -> gateway.cuts(5).sends(10, 12, 13));
        start("job", 2, first);
        gateways.forEach(gateway -> gateway.ticks());
        gateways.forEach(gateway -> awaitAll(emitted, gateway, 0, 15));
        gateways.forEach(gateway -> gateway.cutsAndSends(10));
        gateways.forEach(gateway -> awaitAll(emitted, gateway, 0, 25));
        String second = stop();

        start("job", 1, second);
        gateways.forEach(gateway -> gateway.cutsAndSends(5).ticks());
        gateways.forEach(gateway -> awaitAll(emitted, gateway, 0, 30));
        assertThat(marks(gateways.get(0)).stream().map(Mark::run).distinct()).hasSize(3);
    }

    /** What came after the checkpoint comes again, from the gateway, which was told no more. */
    @Test
    void cancelled_goesOnFromTheCheckpoint(@InjectMiniCluster MiniCluster cluster) throws Exception {
        Emitted before = start("before", 2, null);
        gateways().forEach(gateway -> gateway.ticks().cutsAndSends(10));
        gateways.forEach(gateway -> awaitAll(before, gateway, 0, 10));
        String checkpoint = cluster.triggerCheckpoint(running().getJobID()).get();
        gateways.forEach(gateway -> gateway.cutsAndSends(10));
        gateways.forEach(gateway -> awaitAll(before, gateway, 0, 20));
        running().cancel().get();
        await().until(() -> running().getJobExecutionResult().isDone());

        Emitted after = start("after", 1, checkpoint);
        gateways.forEach(gateway -> awaitAll(after, gateway, 10, 20));
        assertThat(marks(gateways.get(0))).extracting(Mark::next).containsOnly(10L);
    }

    /** Readers here are started again each by itself: the lanes of the one come back to it, the other reads on. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void taskThatFails_isStartedAgain_andLosesNothing(boolean afterACheckpoint, @InjectMiniCluster MiniCluster cluster)
            throws Exception {
        Emitted emitted = start("job", 2, null);
        gateways().forEach(gateway -> gateway.ticks().cutsAndSends(10));
        gateways.forEach(gateway -> awaitAll(emitted, gateway, 0, 10));
        if (afterACheckpoint) {
            cluster.triggerCheckpoint(running().getJobID()).get();
        }
        emitted.failAt("berlin", 14);
        gateways.forEach(gateway -> gateway.cutsAndSends(10).ticks());

        for (LittleGateway gateway : gateways) {
            await().untilAsserted(() -> {
                gateway.ticks();
                assertThat(new TreeSet<>(emitted.of(gateway.store()))).containsExactlyElementsOf(numbers(0, 20));
            });
        }
        assertThat(emitted.of("berlin")).containsSequence(numbers(afterACheckpoint ? 10 : 0, 20));
    }

    @Test
    void whatIsNoFrame_isDroppedAndCounted_andTheRestGoesOn() throws Exception {
        Emitted emitted = start("job", 1, null);
        LittleGateway gateway = gateways().get(0);
        gateway.ticks().says("nonsense".getBytes(StandardCharsets.UTF_8));
        gateway.says(("{\"v\":99,\"store\":\"berlin\",\"gateway\":\"gw\",\"epoch\":\"e1\",\"seq\":0,\"oldest\":0,"
                        + "\"watermark\":0}")
                .getBytes(StandardCharsets.UTF_8));
        gateway.says(("{\"v\":1,\"store\":\"oslo\",\"gateway\":\"gw\",\"epoch\":\"e1\",\"seq\":0,\"oldest\":0,"
                        + "\"watermark\":0}")
                .getBytes(StandardCharsets.UTF_8));
        gateway.cuts(3).sends(0, 0, 1, 2).ticks();

        awaitAll(emitted, gateway, 0, 3);
        assertThat(metric("unreadable")).isEqualTo(2);
        assertThat(metric("unknownVersion")).isEqualTo(1);
        assertThat(metric("duplicates")).isEqualTo(1);
        assertThat(metric("frames")).isEqualTo(3);
        await().until(() -> metric("ticks") == 2);
        assertThat(metric("inbox")).isZero();
    }

    @Test
    void framesThatAreGone_areAGap() throws Exception {
        Emitted emitted = start("job", 1, null);
        LittleGateway gateway = gateways().get(0).ticks().cutsAndSends(2);
        awaitAll(emitted, gateway, 0, 2);

        gateway.cuts(5).throwsAwayBelow(6).ticks().sends(6);

        await().untilAsserted(() -> assertThat(emitted.of("berlin")).containsExactly(0L, 1L, 6L));
        assertThat(metric("gaps")).isEqualTo(4);
    }

    /** The sum over the lanes of the running job. */
    private long metric(String name) {
        long sum = 0;
        for (Map.Entry<String, Metric> metric :
                METRICS.getMetricsByIdentifiers(running().getJobID()).entrySet()) {
            if (metric.getKey().matches(".*\\.lane\\.\\d+\\." + name) && metric.getValue() instanceof Gauge<?> gauge) {
                sum += ((Number) gauge.getValue()).longValue();
            }
        }
        return sum;
    }

    /** A broker may have lost the retained mark, and the gateway what it heard: it would send the same frames for ever. */
    @Test
    void frameThatCameAgain_hasTheMarkToldAgain(@InjectMiniCluster MiniCluster cluster) throws Exception {
        LittleGateway gateway = gateways().get(0);
        Emitted emitted = start("again", 1, null);
        gateway.cutsAndSends(5);
        awaitAll(emitted, gateway, 0, 5);
        cluster.triggerCheckpoint(running().getJobID()).get();
        await().until(() -> !marks(gateway).isEmpty());

        gateway.sends(2);

        await().until(() -> marks(gateway).size() > 1);
        assertThat(marks(gateway)).extracting(Mark::next).containsExactly(5L, 5L);
    }

    @Test
    void requests_nameTheMissingFrame() throws Exception {
        Emitted emitted = start("job", 1, null);
        LittleGateway gateway = gateways().get(0).ticks().cuts(3).sends(0, 2);
        awaitAll(emitted, gateway, 0, 3);

        assertThat(gateway.answers())
                .filteredOn(LaneAnswer.Request.class::isInstance)
                .extracting(answer -> ((LaneAnswer.Request) answer).from())
                .containsExactly(1L);
    }

    @Test
    void environmentWithoutCheckpoints_isRefused() {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Topology.configuration());

        assertThatIllegalStateException()
                .isThrownBy(() -> LaneSource.of(environment, settings))
                .withMessageContaining("execution.checkpointing.interval");
    }
}
