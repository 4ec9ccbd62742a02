package dev.footfall.local.torture;

import dev.footfall.local.cluster.ClusterSettings;
import dev.footfall.local.cluster.FlinkCluster;
import dev.footfall.local.cluster.FlinkHome;
import dev.footfall.local.cluster.FlinkProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live job on a Flink cluster of processes: one JobManager, two TaskManagers. */
final class Jobs implements AutoCloseable {
    static final String DATABASE = "footfall";

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int TASK_MANAGERS = 2;
    private static final int SLOTS = 2;
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 10;

    private final Path folder;
    private final List<String> arguments;
    private final FlinkCluster cluster;
    private final List<FlinkProcess> taskManagers = new ArrayList<>();
    private @Nullable FlinkProcess jobManager;
    private int parallelism = 2;
    private String job = "";

    /**
     * Not started yet.
     *
     * @param brokerPort of the line to the jobs' broker
     * @param influxPort of the line to InfluxDB
     */
    Jobs(Path folder, Path stores, int brokerPort, int influxPort) throws IOException {
        this.folder = folder;
        this.cluster = FlinkCluster.prepare(
                FlinkHome.ofProject(),
                ClusterSettings.ofSlots(SLOTS).withHeartbeatTimeout(HEARTBEAT_TIMEOUT),
                folder.resolve("flink"));
        this.arguments = List.of(
                "--stores",
                stores.toString(),
                "--broker",
                "mqtt://127.0.0.1:" + brokerPort,
                "--influx",
                "http://127.0.0.1:" + influxPort,
                "--checkpoint-every",
                "1s",
                "--patience",
                "20s",
                "--archive",
                archive().toString(),
                "--archive-roll",
                "2s");
    }

    /** The raw archive of the job. */
    Path archive() {
        return folder.resolve("archive");
    }

    int parallelism() {
        return parallelism;
    }

    void start() throws Exception {
        jobManager = cluster.startJobManager();
        while (taskManagers.size() < TASK_MANAGERS) {
            startTaskManager();
        }
        submit(null);
    }

    void startTaskManager() throws IOException, InterruptedException {
        taskManagers.add(cluster.startTaskManager());
    }

    void killTaskManager(Random random) throws IOException, InterruptedException {
        taskManagers.remove(random.nextInt(taskManagers.size())).kill();
    }

    void killJobManager() throws IOException, InterruptedException {
        Objects.requireNonNull(jobManager, "not started").kill();
    }

    /** As somebody would who is woken at night: a JobManager of this kind forgets its jobs, so the job is submitted again from its last checkpoint. */
    void startJobManagerAndRestore() throws Exception {
        jobManager = cluster.startJobManager();
        submit(latest());
    }

    /** Somebody forgot to say from where. */
    void startJobManagerAndBeginAnew() throws Exception {
        jobManager = cluster.startJobManager();
        submit(null);
    }

    /** Stops it with a savepoint and goes on with another number of tasks; without a savepoint, when something else is wrong at the time, from the last checkpoint. */
    void stopAndRestore(int next) throws Exception {
        Path from;
        try {
            from = cluster.stopWithSavepoint(job);
        } catch (IOException notNow) {
            LOG.info("no savepoint now, from the last checkpoint: {}", notNow.getMessage());
            cancel();
            from = latest();
        }
        parallelism = next;
        submit(from);
    }

    /** It may be gone already. */
    private void cancel() {
        try {
            cluster.cancel(job);
        } catch (IOException gone) {
            LOG.info("job not cancelled: {}", gone.getMessage());
        }
    }

    private @Nullable Path latest() throws IOException {
        return cluster.findLatestState().orElse(null);
    }

    /** Slots may not be there yet, nor the JobManager. */
    private void submit(@Nullable Path from) throws Exception {
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                job = cluster.submit(arguments, parallelism, from);
                return;
            } catch (IOException e) {
                last = e;
                LOG.info("job not submitted: {}", e.getMessage());
                TimeUnit.SECONDS.sleep(1);
            }
        }
        throw new IOException("the job cannot be submitted", last);
    }

    /** Stops it with a savepoint, so that all it has archived is whole. */
    void stop() throws Exception {
        cluster.stopWithSavepoint(job);
    }

    @Override
    public void close() throws IOException {
        cluster.close();
    }
}
