package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.archive.Archive;
import dev.footfall.jobs.archive.ArchiveRecord;
import dev.footfall.jobs.archive.ArchiveSink;
import dev.footfall.jobs.framelog.FrameLogFormat;
import dev.footfall.jobs.framelog.FrameLogWriter;
import dev.footfall.jobs.ingest.Patience;
import dev.footfall.jobs.lineprotocol.LineProtocolSink;
import dev.footfall.jobs.lineprotocol.SortedLines;
import dev.footfall.jobs.points.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The topology on a real Flink cluster: the same figures as the bare operators, whatever the parallelism, stopped on the way or not. */
class TopologyITCase {
    private static final List<String> STORES = List.of("berlin", "delhi", "lima", "oslo", "perth");

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private final Path packs;
    private final Path frames;
    private final Path runs;
    private final Map<String, StoreRun> stores = new LinkedHashMap<>();

    TopologyITCase(@TempDir Path folder) throws IOException {
        packs = Files.createDirectories(folder.resolve("stores"));
        frames = Files.createDirectories(folder.resolve("frames"));
        runs = Files.createDirectories(folder.resolve("runs"));
        for (String store : STORES) {
            StorePack pack = BusyStore.pack(packs, store);
            StoreRun run = new StoreRun(pack);
            BusyStore.untilHalfPastFour(run);
            BusyStore.untilTheEnd(run);
            stores.put(store, run);
        }
        writeFrames(frames, 0, 1);
    }

    private static List<byte[]> part(StoreRun run, double from, double to) {
        int all = run.frames().size();
        return run.frames().subList((int) (from * all), (int) (to * all));
    }

    /** Writes a part of every store's frames. */
    private void writeFrames(Path folder, double from, double to) throws IOException {
        try (FrameLogWriter log = new FrameLogWriter(Files.createDirectories(folder), 2)) {
            for (Map.Entry<String, StoreRun> store : stores.entrySet()) {
                for (byte[] frame : part(store.getValue(), from, to)) {
                    log.append(store.getKey(), frame);
                }
            }
        }
    }

    /** How many points follow from the first part of every store's frames. */
    private int points(double to) throws Exception {
        int points = 0;
        for (Map.Entry<String, StoreRun> store : stores.entrySet()) {
            Chain chain = new Chain(new StorePackFolder(packs.toString()).pack(store.getKey()), Cadence.FINAL_ONLY);
            for (byte[] frame : part(store.getValue(), 0, to)) {
                chain.accept(frame);
            }
            points += (int) chain.points().stream()
                    .filter(point -> point.standing() != Standing.PROVISIONAL)
                    .count();
        }
        return points;
    }

    private static StreamExecutionEnvironment environment(Configuration more, int parallelism) {
        Configuration configuration = Topology.configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.addAll(more);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        environment.enableCheckpointing(20);
        return environment;
    }

    private JobExecutionResult execute(Configuration more) throws Exception {
        StreamExecutionEnvironment environment = environment(more, 2);
        ReplayJob.build(
                environment, new StorePackFolder(packs.toString()), frames, new LineProtocolSink(runs.toString()));
        return environment.execute("topology");
    }

    private List<String> expectedLines() {
        return stores.values().stream()
                .flatMap(run -> run.chain().finalLines().stream())
                .sorted()
                .toList();
    }

    @Test
    void replay_ofSeveralStores_givesTheFiguresOfEach() throws Exception {
        JobExecutionResult result = execute(new Configuration());
        Path figures = runs.resolveSibling("figures.lp");
        long count = SortedLines.merge(runs, figures);

        assertThat(Files.readAllLines(figures)).isEqualTo(expectedLines()).hasSize((int) count);
        assertThat(result.<Long>getAccumulatorResult("stores")).isEqualTo(STORES.size());
        assertThat(result.<Long>getAccumulatorResult("late")).isZero();
        assertThat(result.<Long>getAccumulatorResult("points")).isGreaterThan(count);
    }

    /** Stopped with everything open, and gone on with from the savepoint by a job of another parallelism. */
    @Test
    @Timeout(120)
    void stoppedWithASavepoint_goesOnAsIfNothingHadBeen(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        writeFrames(log, 0, 0.7);
        CountedSink first = CountedSink.expecting(points(0.7), "first", sink("first"));
        JobClient before = live(new Configuration(), 2, log, first);
        first.await();
        Configuration restored = new Configuration();
        restored.set(StateRecoveryOptions.SAVEPOINT_PATH, stop(before, folder));

        writeFrames(folder.resolve("more"), 0.7, 1);
        for (Path lane : files(folder.resolve("more"))) {
            Files.move(lane, log.resolve("more-" + lane.getFileName()));
        }
        CountedSink second = CountedSink.expecting(points(1) - points(0.7), "second", sink("second"));
        JobClient after = live(restored, 1, log, second);
        second.await();
        stop(after, folder);

        Path figures = folder.resolve("figures.lp");
        for (Path part : files(runs)) {
            for (Path run : files(part)) {
                Files.move(run, runs.resolve(part.getFileName() + "-" + run.getFileName()));
            }
        }
        SortedLines.merge(runs, figures);
        assertThat(Files.readAllLines(figures)).isEqualTo(expectedLines());
        assertEveryFrameIsArchivedOnce(folder.resolve("archive"));
    }

    /** In the order in which it was taken, whichever job took it. */
    private void assertEveryFrameIsArchivedOnce(Path archive) throws IOException {
        Map<String, List<ArchiveRecord>> records = new Archive(archive)
                .records().stream()
                        .sorted(Comparator.comparing(ArchiveRecord::number))
                        .collect(Collectors.groupingBy(ArchiveRecord::store));
        for (Map.Entry<String, StoreRun> store : stores.entrySet()) {
            List<ArchiveRecord> ofStore = records.getOrDefault(store.getKey(), List.of());
            assertThat(ofStore.stream().map(ArchiveRecord::number))
                    .containsExactlyElementsOf(
                            LongStream.range(0, ofStore.size()).boxed().toList());
            assertThat(ofStore.stream().filter(record -> !record.isMark()).map(ArchiveRecord::frame))
                    .containsExactlyElementsOf(store.getValue().frames().stream()
                            .filter(TopologyITCase::isFrame)
                            .toList());
        }
    }

    private static boolean isFrame(byte[] bytes) {
        try {
            return FrameCodec.header(bytes) instanceof FrameHeader;
        } catch (MalformedFrameException e) {
            throw new IllegalStateException(e);
        }
    }

    private LineProtocolSink sink(String job) throws IOException {
        return new LineProtocolSink(Files.createDirectories(runs.resolve(job)).toString());
    }

    /** Runs the topology over a folder of frames that more may be added to. */
    private JobClient live(Configuration more, int parallelism, Path log, CountedSink sink) throws Exception {
        StreamExecutionEnvironment environment = environment(more, parallelism);
        Source<StoreFrame, ?, ?> source = FileSource.forRecordStreamFormat(
                        new FrameLogFormat(), new org.apache.flink.core.fs.Path(log.toUri()))
                .monitorContinuously(Duration.ofMillis(50))
                .build();
        Sink<ArchiveRecord> archive = ArchiveSink.into(log.resolveSibling("archive"), 2, Duration.ofMillis(1));
        new Topology(new StorePackFolder(packs.toString()), Cadence.FINAL_ONLY, Patience.ENDLESS, archive)
                .build(environment, source, PointSink.of(sink));
        return environment.executeAsync("live");
    }

    private static String stop(JobClient job, Path savepoints) throws Exception {
        return job.stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void damagedLog_failsTheJob_andSaysWhere() throws Exception {
        Path log = files(frames).get(0);
        byte[] bytes = Files.readAllBytes(log);
        bytes[8] ^= 1;
        Files.write(log, bytes);

        assertThatThrownBy(() -> execute(new Configuration()))
                .satisfies(failure -> assertThat(ExceptionUtils.stringifyException(failure))
                        .contains("frame log damaged at byte 0: the checksum does not fit"));
    }

    /** Batches never cross a wire: a job in which they would have to says what to switch on. */
    @Test
    void chainingSwitchedOff_failsTheJob_andSaysWhatToDo() {
        Configuration unchained = new Configuration();
        unchained.set(PipelineOptions.OPERATOR_CHAINING, false);

        assertThatThrownBy(() -> execute(unchained))
                .satisfies(failure -> assertThat(ExceptionUtils.stringifyException(failure))
                        .contains("a store's batch left its chain of operators")
                        .contains("pipeline.operator-chaining.enabled"));
    }
}
