package dev.footfall.jobs;

import dev.footfall.jobs.framelog.FrameLogSource;
import dev.footfall.jobs.lineprotocol.LineProtocolSink;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The job that computes the final figures of a folder of frames, as {@code FrameLogWriter} leaves it; bounded. */
@Command(
        name = "replay-job",
        mixinStandardHelpOptions = true,
        description = {
            "Compute the final figures of a folder of frames, on the Flink cluster this is submitted to.",
            "Every TaskManager must see the three folders at the same paths."
        })
public final class ReplayJob implements Callable<Integer> {
    @Option(names = "--stores", required = true, paramLabel = "DIR", description = "Folder of store packs.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path stores;

    @Option(names = "--frames", required = true, paramLabel = "DIR", description = "Folder of frames, a file a lane.")
    @SuppressWarnings("NullAway.Init")
    private Path frames;

    @Option(
            names = "--profile",
            paramLabel = "store|chain",
            description = "As of the live job: which figures there are. Default: ${DEFAULT-VALUE}.")
    private Profile profile = Profile.STORE;

    @Option(names = "--runs", required = true, paramLabel = "DIR", description = "Folder for sorted runs of points.")
    @SuppressWarnings("NullAway.Init")
    private Path runs;

    /** Lays the job out on an environment: frames of that folder in; final points, and where cells lie, out. */
    public static void build(
            StreamExecutionEnvironment environment, StorePackFolder packs, Path frames, PointSink points) {
        build(environment, packs, Profile.STORE, frames, points);
    }

    /** The same figures as a live job of that profile. */
    public static void build(
            StreamExecutionEnvironment environment,
            StorePackFolder packs,
            Profile profile,
            Path frames,
            PointSink points) {
        new Topology(packs, profile.replay()).build(environment, FrameLogSource.of(frames), points);
    }

    @Override
    public Integer call() throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Topology.configuration());
        build(
                environment,
                new StorePackFolder(stores.toString()),
                profile,
                frames,
                new LineProtocolSink(runs.toString()));
        environment.execute("footfall replay");
        return CommandLine.ExitCode.OK;
    }

    /** Runs the job where it is submitted; ends the JVM with 2 for a command line that cannot be used, 1 for a job that failed. */
    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new ReplayJob()).execute(arguments);
        if (exitCode != CommandLine.ExitCode.OK) {
            System.exit(exitCode);
        }
    }
}
