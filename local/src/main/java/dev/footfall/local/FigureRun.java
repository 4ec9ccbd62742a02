package dev.footfall.local;

import dev.footfall.jobs.PointSink;
import dev.footfall.jobs.Profile;
import dev.footfall.jobs.ReplayJob;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The second stage of a replay: frames through the topology into a sink of points, on a Flink cluster inside this process. */
final class FigureRun {
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final Duration HOW_OFTEN_TASKS_SAY_HOW_FAR_THEY_ARE = Duration.ofMillis(500);

    private final Path stores;
    private final Profile profile;
    private final Path frames;
    private final Path temporary;
    private final PointSink points;
    private final int parallelism;
    private final Progress progress;

    FigureRun(
            Path stores,
            Profile profile,
            Path frames,
            Path temporary,
            PointSink points,
            int parallelism,
            Progress progress) {
        this.stores = stores;
        this.profile = profile;
        this.frames = frames;
        this.temporary = temporary;
        this.points = points;
        this.parallelism = parallelism;
        this.progress = progress;
    }

    /** Runs the job to its end; answers what its operators counted. */
    Map<String, Object> run(long events) throws Exception {
        Configuration configuration = Topology.configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HOW_OFTEN_TASKS_SAY_HOW_FAR_THEY_ARE);
        StreamExecutionEnvironment environment = LocalCluster.environment(parallelism, configuration, temporary);
        ReplayJob.build(environment, new StorePackFolder(stores.toString()), profile, frames, points);
        JobClient job = environment.executeAsync("footfall replay");
        CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
        while (true) {
            try {
                return result.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS).getAllAccumulatorResults();
            } catch (TimeoutException stillRunning) {
                progress.show("computing", share(job, events));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private static double share(JobClient job, long events) throws InterruptedException {
        try {
            Object done = job.getAccumulators()
                    .get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)
                    .get("events");
            return done instanceof Long count && events > 0 ? (double) count / events : 0;
        } catch (ExecutionException | TimeoutException | IllegalStateException notToBeHadNow) {
            return 0;
        }
    }
}
