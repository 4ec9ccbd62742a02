package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.jobs.influx.InfluxPoints;
import dev.footfall.jobs.influx.InfluxSettings;
import dev.footfall.jobs.influx.InfluxSink;
import dev.footfall.mqtt.Broker;
import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.runtime.checkpoint.CheckpointStatsCounts;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The live job and a real InfluxDB that stands still: stores go on, and nothing is called safe before its points are written. */
@Timeout(120)
class ConfirmedPointsITCase {
    private static final String DATABASE = "confirmed";
    private static final long SAYS_EVERY_MILLIS = 100;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .setConfiguration(new Configuration()
                    .set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(SAYS_EVERY_MILLIS)))
            .build());

    private final Path folder;
    private final EmbeddedBroker broker;
    private final Influxd influxd;
    private final FedJob job;

    ConfirmedPointsITCase(@TempDir Path folder) throws IOException {
        this.folder = folder;
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        influxd = Influxd.start(folder.resolve("influxd"));
        job = new FedJob(
                Broker.at(broker.uri().toString()),
                DATABASE,
                new InfluxSink(InfluxSettings.at(influxd.url().toString()).inDatabase(DATABASE)));
    }

    @BeforeEach
    void beAsPatientAsABusyMachineNeeds() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @AfterEach
    void stop() throws Exception {
        influx("CONT");
        job.close();
        influxd.close();
        broker.close();
    }

    /** Lets the InfluxDB stand still, connections and all, or go on: {@code STOP} or {@code CONT}. */
    private void influx(String signal) throws IOException, InterruptedException {
        String pid = Files.readString(folder.resolve("influxd").resolve("influxd.pid"))
                .strip();
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }

    private CheckpointStatsCounts checkpoints(MiniCluster cluster) throws Exception {
        return cluster.getExecutionGraph(job.client().getJobID())
                .get()
                .getCheckpointStatsSnapshot()
                .getCounts();
    }

    private Map<String, String> written() throws Exception {
        Map<String, String> written = new TreeMap<>();
        for (String line : InfluxPoints.finals(influxd.url(), DATABASE)) {
            int fields = line.indexOf(' ');
            int time = line.lastIndexOf(' ');
            written.put(line.substring(0, fields) + line.substring(time), line.substring(fields + 1, time));
        }
        return SavepointITCase.figures(written);
    }

    /** From the savepoint of a build whose sink let no barrier pass before InfluxDB had everything. */
    @Test
    void influxDbThatStandsStill_holdsUpCheckpoints_notTheStores(@InjectMiniCluster MiniCluster cluster)
            throws Exception {
        GoldenSavepoint golden = GoldenSavepoint.of("c9d32cb");
        StoredDay day = golden.day();
        Map<String, List<byte[]>> aFrame = day.part(0.75);
        Map<String, List<byte[]>> andATick = day.part(0.84);
        job.start(day.packs(), 2, golden.path()).takes(day.part(0.7));
        Map<String, Long> safe = job.safe();

        influx("STOP");
        job.send(aFrame);
        await().until(() -> points() > 0);
        await().until(() -> checkpoints(cluster).getNumberOfInProgressCheckpoints() == 1);
        long before = settledPoints();
        job.send(andATick);
        await().until(() -> points() > before);
        assertThat(job.safe()).isEqualTo(safe);

        influx("CONT");
        job.takes(aFrame);
        assertThat(written()).containsAllEntriesOf(since(golden, aFrame));

        await().until(() -> written().equals(since(golden, andATick)));
        long open = settledPoints();
        influx("STOP");
        job.send(day.frames());
        await().until(() -> points() > open);
        CompletableFuture<String> savepoint = job.stopping(folder);
        influx("CONT");
        assertThat(savepoint).succeedsWithin(Duration.ofSeconds(60));
    }

    /** How many points were handed to the sink, as the tasks said last. */
    private long points() throws Exception {
        return job.client().getAccumulators().get().get("points") instanceof Long points ? points : 0;
    }

    /** The same when they say nothing new. */
    private long settledPoints() {
        AtomicLong last = new AtomicLong(-1);
        await().pollInterval(3 * SAYS_EVERY_MILLIS, TimeUnit.MILLISECONDS).until(() -> {
            long now = points();
            return last.getAndSet(now) == now;
        });
        return last.get();
    }

    /** The final points of the first frames of a day but those of before the savepoint. */
    private static Map<String, String> since(GoldenSavepoint golden, Map<String, List<byte[]>> frames)
            throws Exception {
        Map<String, String> finals = new StoredDay(golden.day().packs(), frames).finals();
        finals.keySet().removeAll(golden.finals().keySet());
        return SavepointITCase.figures(finals);
    }
}
