package dev.footfall.local;

import dev.footfall.jobs.LiveOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.client.JobInitializationException;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall job}: computes the figures of live traffic, on a Flink cluster inside this process, until it is stopped. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compute the figures of live traffic, from a broker into InfluxDB.",
            "Runs on a Flink cluster inside this process. Ctrl-C stops it in such a way that the next one goes on",
            "from there."
        },
        footerHeading = "%nExample:%n",
        footer = "  footfall job --stores stores --broker mqtt://localhost --influx http://localhost:8086 "
                + "--checkpoints checkpoints")
final class JobCommand implements Callable<Integer> {
    private static final Duration SAVEPOINT_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final long SAY_EVERY_MILLIS = 10_000;
    private static final Duration END_PATIENCE = Duration.ofSeconds(60);
    private static final String LATEST = "latest";
    private static final String NONE = "none";

    @Mixin
    private LiveOptions options = new LiveOptions();

    @Option(
            names = "--checkpoints",
            required = true,
            paramLabel = "DIR",
            description = "Folder for checkpoints; made if absent.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path checkpoints;

    @Option(
            names = "--restore",
            paramLabel = "latest|none|PATH",
            description = {
                "What to go on from: the newest completed checkpoint or savepoint in --checkpoints, nothing, or",
                "the checkpoint or savepoint of that path. Default: latest."
            })
    private String restore = LATEST;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Tasks side by side; may be another than before. Default: one a core, ${DEFAULT-VALUE} here.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Ending ending = new Ending();

    /** Asks the running command to stop, as Ctrl-C does. */
    void stop() {
        ending.ask();
    }

    @Override
    public Integer call() throws Exception {
        Faults faults = new Faults();
        try (CheckpointsLock lock = lock(faults)) {
            run(check(faults, lock != null));
        }
        return Footfall.DONE;
    }

    private void run(@Nullable SavedState from) throws Exception {
        Ending.Orderly orderly = ending.onSignals(END_PATIENCE, this::sayItDoesNotStop);
        try (orderly;
                LiveRun run = LiveRun.start(options, parallelism, checkpoints, from, LATEST.equals(restore))) {
            say("reading " + options.lanes().lanes() + " lanes of "
                    + options.lanes().broker() + " as group "
                    + options.lanes().group() + ", writing to "
                    + options.points().settings().url() + ", parallelism " + parallelism);
            watch(run);
            if (ending.isAsked()) {
                say(run.stop(SAVEPOINT_PATIENCE)
                        .map(state -> "stopped with savepoint " + state.folder())
                        .orElse("stopped; the next job goes on from the last checkpoint"));
            }
        } catch (Exception e) {
            throw cannotGoOn(e) ? new UnusableInputException("the job cannot go on: " + root(e).getMessage(), e) : e;
        }
    }

    /** Whether the state that it is to go on from does not fit the job. */
    private static boolean cannotGoOn(Exception fault) {
        return ExceptionUtils.findThrowable(fault, JobInitializationException.class)
                        .isPresent()
                || ExceptionUtils.findThrowable(fault, SuppressRestartsException.class)
                        .isPresent();
    }

    private static Throwable root(Throwable fault) {
        Throwable cause = fault.getCause();
        return cause == null ? fault : root(cause);
    }

    private void sayItDoesNotStop() {
        say("the job does not stop; the next one goes on from the last checkpoint");
    }

    /** Says how it goes until it is to be stopped, or ends by itself. */
    private void watch(LiveRun run) throws Exception {
        boolean running = false;
        long saidMillis = System.nanoTime() / 1_000_000;
        Map<String, Object> before = Map.of();
        while (!ending.isAsked() && !run.awaitEnd(LOOK_EVERY)) {
            long nowMillis = System.nanoTime() / 1_000_000;
            boolean due = nowMillis - saidMillis >= SAY_EVERY_MILLIS;
            if (!running || due) {
                boolean runs =
                        run.findStatus().filter(JobStatus.RUNNING::equals).isPresent();
                if (runs && !running) {
                    say("running");
                } else if (!runs && due) {
                    say("not running: it is being started");
                }
                running = runs;
            }
            if (due) {
                Map<String, Object> after = run.findCounts().orElse(before);
                if (running) {
                    say(LivePace.between(before, after, nowMillis - saidMillis).toString());
                }
                before = after;
                saidMillis = nowMillis;
            }
        }
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("job: " + words);
        out.flush();
    }

    /** Makes the folder of checkpoints this job's own; null with a fault when it cannot be. */
    private @Nullable CheckpointsLock lock(Faults faults) {
        try {
            return CheckpointsLock.take(checkpoints);
        } catch (IOException e) {
            faults.add("--checkpoints " + checkpoints + ": cannot be used: " + e.getMessage());
            return null;
        }
    }

    /** Finds every fault of the command line and the store packs, before anything starts; answers what to go on from, and says so. */
    private @Nullable SavedState check(Faults faults, boolean locked) throws IOException {
        options.faults().forEach(faults::add);
        if (parallelism < 1) {
            faults.add("--parallelism " + parallelism + ": at least 1");
        }
        SavedState from = locked ? restored(faults) : null;
        if (!faults.isEmpty()) {
            throw faults.exception();
        }
        say(
                from == null
                        ? "beginning anew" + (LATEST.equals(restore) ? ": no checkpoint in " + checkpoints : "")
                        : "going on from " + from.folder() + " of " + from.completed());
        return from;
    }

    private @Nullable SavedState restored(Faults faults) {
        if (NONE.equals(restore)) {
            return null;
        }
        if (LATEST.equals(restore)) {
            try {
                return SavedState.findLatest(checkpoints).orElse(null);
            } catch (IOException e) {
                faults.add("--checkpoints " + checkpoints + ": cannot be read: " + e.getMessage());
                return null;
            }
        }
        try {
            return SavedState.of(Path.of(restore));
        } catch (IOException | RuntimeException e) {
            faults.add("--restore " + restore + ": no completed checkpoint or savepoint: " + e.getMessage());
            return null;
        }
    }
}
