package dev.footfall.jobs;

import dev.footfall.jobs.archive.ArchiveRecord;
import dev.footfall.jobs.ingest.Patience;
import dev.footfall.jobs.mqtt.LaneSettings;
import dev.footfall.jobs.mqtt.LaneSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The job that runs while stores are open: frames from the lanes of a broker in, points to an InfluxDB out, provisional ones too; without an end. */
@Command(
        name = "live-job",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compute the figures of live traffic, on the Flink cluster this is submitted to.",
            "Every TaskManager must see the folder of store packs at the same path, and secrets in its own",
            "environment or at the same path."
        })
public final class LiveJob implements Callable<Integer> {
    @Mixin
    private LiveOptions options = new LiveOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    /**
     * Lays the job out on an environment.
     *
     * @throws IllegalStateException when the environment makes no checkpoints
     */
    public static void build(
            StreamExecutionEnvironment environment,
            StorePackFolder packs,
            LaneSettings lanes,
            Patience patience,
            PointSink points) {
        build(environment, packs, lanes, patience, points, null);
    }

    /**
     * The same with an archive of all frames.
     *
     * @param archive where they go; null for nowhere
     * @throws IllegalStateException when the environment makes no checkpoints
     */
    public static void build(
            StreamExecutionEnvironment environment,
            StorePackFolder packs,
            LaneSettings lanes,
            Patience patience,
            PointSink points,
            @Nullable Sink<ArchiveRecord> archive) {
        build(environment, packs, Profile.STORE, lanes, patience, points, archive);
    }

    /**
     * The same for a chain, or for few stores.
     *
     * @throws IllegalStateException when the environment makes no checkpoints
     */
    public static void build(
            StreamExecutionEnvironment environment,
            StorePackFolder packs,
            Profile profile,
            LaneSettings lanes,
            Patience patience,
            PointSink points,
            @Nullable Sink<ArchiveRecord> archive) {
        new Topology(packs, profile.live(), patience, archive)
                .build(environment, LaneSource.of(environment, lanes), points);
    }

    @Override
    public Integer call() throws Exception {
        List<String> faults = options.faults();
        if (!faults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join(System.lineSeparator(), faults));
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(options.configuration());
        options.build(environment);
        environment.execute("footfall live");
        return CommandLine.ExitCode.OK;
    }

    /** Runs the job where it is submitted; ends the JVM with 2 for a command line that cannot be used, 1 for a job that failed. */
    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new LiveJob()).execute(arguments);
        if (exitCode != CommandLine.ExitCode.OK) {
            System.exit(exitCode);
        }
    }
}
