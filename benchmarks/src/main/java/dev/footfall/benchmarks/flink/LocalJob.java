package dev.footfall.benchmarks.flink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a Flink job to its end on a cluster inside this process: hashmap state, checkpoints to files every 5 s. */
public final class LocalJob {
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(5);
    private static final String THIS_MACHINE = "localhost";

    private LocalJob() {}

    /** Lays a job out. */
    @FunctionalInterface
    public interface Layout {
        void on(StreamExecutionEnvironment environment);
    }

    /** What a run cost: of the wall from the first task's start to the last one's end, of the processor all that this process used meanwhile but for compiling. */
    public record Run(long wallNanos, long cpuNanos) {}

    /** Runs the job that a layout lays out, with its files in a folder. */
    public static Run run(Configuration configuration, int parallelism, Path folder, Layout job) throws Exception {
        Files.createDirectories(folder);
        String files = folder.toAbsolutePath().toString();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
        configuration.set(CoreOptions.TMP_DIRS, files);
        configuration.set(WebOptions.TMP_DIR, files);
        configuration.set(WebOptions.UPLOAD_DIR, files);
        configuration.set(RestOptions.ADDRESS, THIS_MACHINE);
        configuration.set(RestOptions.BIND_ADDRESS, THIS_MACHINE);
        configuration.set(JobManagerOptions.ADDRESS, THIS_MACHINE);
        configuration.set(JobManagerOptions.BIND_HOST, THIS_MACHINE);
        configuration.set(TaskManagerOptions.HOST, THIS_MACHINE);
        configuration.set(TaskManagerOptions.BIND_HOST, THIS_MACHINE);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        job.on(environment);
        long before = Processor.nanos();
        JobExecutionResult result = environment.execute();
        return new Run(result.getNetRuntime(TimeUnit.NANOSECONDS), Processor.nanos() - before);
    }
}
