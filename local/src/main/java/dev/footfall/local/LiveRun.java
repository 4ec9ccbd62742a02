package dev.footfall.local;

import dev.footfall.jobs.LiveOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live job on a Flink cluster inside this process. A task that fails is started again from the last checkpoint, after a pause that grows from
 * 1 s to 1 min.
 */
final class LiveRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    private static final Duration HOW_OFTEN_TASKS_SAY_HOW_FAR_THEY_ARE = Duration.ofSeconds(1);
    private static final long ANSWER_SECONDS = 10;
    private static final int CHECKPOINTS_KEPT = 2;
    private static final String TEMPORARY = ".flink";

    private final JobClient job;
    private final Path checkpoints;

    private LiveRun(JobClient job, Path checkpoints) {
        this.job = job;
        this.checkpoints = checkpoints;
    }

    /**
     * Starts it.
     *
     * @param checkpoints folder of its checkpoints, and of the savepoint with which it is stopped
     * @param from what it goes on from; null to begin anew
     * @param claim whether that is to be removed when it is of no use any more
     */
    static LiveRun start(
            LiveOptions options, int parallelism, Path checkpoints, @Nullable SavedState from, boolean claim)
            throws Exception {
        return start(options.configuration(), options::build, parallelism, checkpoints, from, claim);
    }

    /** The same of a job that is laid out by {@code job}. */
    static LiveRun start(
            Configuration configuration,
            Consumer<StreamExecutionEnvironment> job,
            int parallelism,
            Path checkpoints,
            @Nullable SavedState from,
            boolean claim)
            throws Exception {
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(checkpoints));
        configuration.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, uri(checkpoints));
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, CHECKPOINTS_KEPT);
        // one that fails, as while InfluxDB is away, is no reason to read everything again
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HOW_OFTEN_TASKS_SAY_HOW_FAR_THEY_ARE);
        if (from != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, uri(from.folder()));
            configuration.set(
                    StateRecoveryOptions.RESTORE_MODE, claim ? RecoveryClaimMode.CLAIM : RecoveryClaimMode.NO_CLAIM);
        }
        Path temporary = checkpoints.resolve(TEMPORARY);
        WorkFolder.remove(temporary);
        StreamExecutionEnvironment environment =
                LocalCluster.environment(parallelism, configuration, Files.createDirectories(temporary));
        job.accept(environment);
        return new LiveRun(environment.executeAsync("footfall live"), checkpoints);
    }

    private static String uri(Path folder) {
        return folder.toAbsolutePath().toUri().toString();
    }

    /** Waits so long for the job to end, which it does by being stopped or failing beyond hope; answers whether it did. */
    boolean awaitEnd(Duration patience) throws Exception {
        try {
            job.getJobExecutionResult().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** How it is; empty when that is not to be had now. */
    Optional<JobStatus> findStatus() throws InterruptedException {
        return find(job.getJobStatus());
    }

    /** What its operators have counted since they were last started; empty when that is not to be had now. */
    Optional<Map<String, Object>> findCounts() throws InterruptedException {
        try {
            return find(job.getAccumulators());
        } catch (IllegalStateException ending) {
            LOG.debug("no counts: {}", ending.getMessage());
            return Optional.empty();
        }
    }

    private static <T> Optional<T> find(CompletableFuture<@Nullable T> answer) throws InterruptedException {
        try {
            return Optional.ofNullable(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException notToBeHadNow) {
            LOG.debug("no answer from the cluster", notToBeHadNow);
            return Optional.empty();
        }
    }

    /** Stops it with a savepoint, so that nothing is read again; when that takes too long it is cancelled, and empty is answered. */
    Optional<SavedState> stop(Duration patience) throws InterruptedException, IOException {
        try {
            String savepoint = job.stopWithSavepoint(false, uri(checkpoints), SavepointFormatType.CANONICAL)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            find(job.getJobExecutionResult());
            return Optional.of(SavedState.of(Path.of(URI.create(savepoint))));
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("no savepoint, it is going to be the last checkpoint: {}", e.toString());
            close();
            return Optional.empty();
        }
    }

    /** Cancels it where it is; its checkpoints stay. */
    @Override
    public void close() {
        try {
            if (!job.getJobExecutionResult().isDone()) {
                find(job.cancel());
                find(job.getJobExecutionResult());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
