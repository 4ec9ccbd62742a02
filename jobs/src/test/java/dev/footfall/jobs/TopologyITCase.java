package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.framelog.FrameLogWriter;
import dev.footfall.jobs.lineprotocol.SortedLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The topology on a real Flink cluster: the same figures as the bare operators, whatever the parallelism. */
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
        try (FrameLogWriter log = new FrameLogWriter(frames, 2)) {
            for (Map.Entry<String, StoreRun> store : stores.entrySet()) {
                for (byte[] frame : store.getValue().frames()) {
                    log.append(store.getKey(), frame);
                }
            }
        }
    }

    private JobExecutionResult execute(Configuration more) throws Exception {
        Configuration configuration = Topology.configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.addAll(more);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(2);
        environment.enableCheckpointing(20);
        ReplayJob.build(environment, new StorePackFolder(packs.toString()), frames, runs);
        return environment.execute("topology");
    }

    @Test
    void replay_ofSeveralStores_givesTheFiguresOfEach() throws Exception {
        JobExecutionResult result = execute(new Configuration());
        Path figures = runs.resolveSibling("figures.lp");
        long count = SortedLines.merge(runs, figures);

        List<String> expected = new ArrayList<>();
        stores.values().forEach(run -> expected.addAll(run.chain().finalLines()));
        expected.sort(String::compareTo);
        assertThat(Files.readAllLines(figures)).isEqualTo(expected).hasSize((int) count);
        assertThat(result.<Long>getAccumulatorResult("stores")).isEqualTo(STORES.size());
        assertThat(result.<Long>getAccumulatorResult("late")).isZero();
        assertThat(result.<Long>getAccumulatorResult("points")).isGreaterThan(count);
    }

    @Test
    void damagedLog_failsTheJob_andSaysWhere() throws Exception {
        Path log;
        try (Stream<Path> files = Files.list(frames)) {
            log = files.findFirst().orElseThrow();
        }
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
