package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.mqtt.Broker;
import dev.footfall.servers.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The live job, stopped with a savepoint in the middle of a busy day and gone on with: by the next build, or on more tasks, or on fewer. */
@Timeout(120)
class SavepointITCase {
    /** What the points of an earlier build may lack, or say otherwise: no figures. */
    private static final Pattern BESIDE_THE_FIGURES = Pattern.compile(",(completeness|definitions)=(\"[^\"]*\"|[^,]*)");

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    private final Path folder;
    private final EmbeddedBroker broker;

    SavepointITCase(@TempDir Path folder) throws IOException {
        this.folder = folder;
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    }

    @BeforeEach
    void beAsPatientAsABusyMachineNeeds() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterEach
    void stopBroker() throws IOException {
        broker.close();
    }

    private FedJob job(String name) {
        return new FedJob(Broker.at(broker.uri().toString()), name);
    }

    /** The commit before frames were archived and devices' silence was counted. */
    @Test
    void savepointOfAnEarlierBuild_isGoneOnFrom_asIfNothingHadBeen() throws Exception {
        GoldenSavepoint golden = GoldenSavepoint.of("c9d32cb");
        Map<String, String> expected = golden.day().finals();
        Map<String, String> written = new TreeMap<>(golden.finals());
        assertThat(written).hasSizeGreaterThan(100);

        try (FedJob job = job("upgraded")) {
            job.start(golden.day().packs(), 4, golden.path())
                    .takesAll(golden.day().frames(), expected.size() - written.size());
            assertThat(job.points().fields()).hasSizeGreaterThan(100);
            written.putAll(job.points().fields());
        }

        assertThat(figures(written)).isEqualTo(figures(expected));
    }

    /** Points by series and time without what is beside their figures. */
    static Map<String, String> figures(Map<String, String> points) {
        Map<String, String> figures = new TreeMap<>();
        points.forEach((point, fields) ->
                figures.put(point, BESIDE_THE_FIGURES.matcher(fields).replaceAll("")));
        return figures;
    }

    @Test
    void oneTask_thenFour_thenTwo_writeThePointsOfOneThatWasNeverStopped() throws Exception {
        StoredDay day =
                StoredDay.busy(folder.resolve("day"), List.of("berlin", "delhi", "lima", "oslo", "perth"), true);
        Map<String, String> expected = day.finals();

        try (FedJob job = job("rescaled")) {
            String one = job.start(day.packs(), 1, null).takes(day.part(0.4)).stop(folder);
            String four = job.start(day.packs(), 4, one).takes(day.part(0.8)).stop(folder);
            job.start(day.packs(), 2, four).takesAll(day.frames(), expected.size());

            assertThat(job.points().fields()).isEqualTo(expected).hasSizeGreaterThan(1_000);
        }
    }
}
