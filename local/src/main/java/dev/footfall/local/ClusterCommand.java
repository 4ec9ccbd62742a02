package dev.footfall.local;

import dev.footfall.local.cluster.ClusterSettings;
import dev.footfall.local.cluster.FlinkCluster;
import dev.footfall.local.cluster.FlinkHome;
import dev.footfall.local.cluster.FlinkProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall cluster}: a Flink cluster of processes of its own on this machine, until it is stopped; {@code footfall flink} speaks to it. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run a Flink cluster on this machine: a JobManager and TaskManagers, each a",
            "process of its own. Jobs are submitted with Flink's command line, footfall",
            "flink. Ctrl-C ends all of it and leaves nothing behind but what --data names."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  footfall cluster --data /srv/cluster",
            "  footfall flink run -d -p 4 -c dev.footfall.jobs.LiveJob \\",
            "      jobs/target/footfall-jobs.jar --stores stores \\",
            "      --broker mqtt://localhost --influx http://localhost:8086",
            "  footfall flink list"
        })
final class ClusterCommand implements Callable<Integer> {
    private static final Duration END_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int MOST_TASK_MANAGERS = 100;

    @Option(
            names = "--taskmanagers",
            paramLabel = "N",
            description = "How many TaskManagers. Default: ${DEFAULT-VALUE}.")
    private int taskManagers = 2;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "Tasks that each of them runs side by side. Default: ${DEFAULT-VALUE}.")
    private int slots = 2;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the JobManager's page and REST interface; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int port = ClusterSettings.USUAL_PORT;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Folder for checkpoints, savepoints and logs, which stay.",
                "Default: a temporary one, removed at the end."
            })
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    private final Ending ending = new Ending();

    /** Asks the running command to end, as Ctrl-C does. */
    void stop() {
        ending.ask();
    }

    @Override
    public Integer call() throws Exception {
        FlinkHome home = check();
        Ending.Orderly orderly = ending.onSignals(END_PATIENCE, () -> say("it does not end in order"));
        try (orderly) {
            try (UpFolder folder = data == null ? UpFolder.temporary() : UpFolder.kept(data);
                    FlinkCluster cluster = prepare(home, folder.path())) {
                run(cluster, home, folder);
            } catch (Exception fault) {
                if (!ending.isAsked()) {
                    throw fault;
                }
            }
            say(data == null ? "has ended, nothing is left" : "has ended; checkpoints and logs are in " + data);
        }
        return Footfall.DONE;
    }

    private FlinkCluster prepare(FlinkHome home, Path folder) throws IOException {
        return FlinkCluster.prepare(home, new ClusterSettings(port, slots, Map.of()), folder);
    }

    private void run(FlinkCluster cluster, FlinkHome home, UpFolder folder) throws Exception {
        FlinkProcess jobManager = cluster.startJobManager();
        List<FlinkProcess> workers = new ArrayList<>();
        for (int i = 0; i < taskManagers; i++) {
            workers.add(cluster.startTaskManager());
        }
        say("JobManager at " + cluster.address() + ", " + taskManagers + " TaskManagers with " + slots
                + " slots each; logs and checkpoints in " + folder.path());
        say("submit the live job with");
        spec.commandLine()
                .getOut()
                .println("  ./footfall flink "
                        + (port == ClusterSettings.USUAL_PORT
                                ? ""
                                : "--port " + cluster.address().getPort() + ' ')
                        + "run -d -p " + taskManagers * slots + " -c dev.footfall.jobs.LiveJob " + home.job()
                        + " --stores DIR --broker mqtt://HOST --influx http://HOST:8086");
        boolean ready = false;
        while (!ending.awaitAsked(LOOK_EVERY)) {
            if (!jobManager.isAlive()) {
                throw new IOException("the JobManager has ended, and its jobs with it; its log is " + jobManager.log());
            }
            for (int i = 0; i < workers.size(); i++) {
                FlinkProcess worker = workers.get(i);
                if (!worker.isAlive()) {
                    workers.set(i, cluster.startTaskManager());
                    say(worker.name() + " has ended, its log is " + worker.log() + "; "
                            + workers.get(i).name() + " takes its place");
                }
            }
            if (!ready
                    && cluster.findFreeSlots()
                            .filter(free -> free == taskManagers * slots)
                            .isPresent()) {
                ready = true;
                say("ready");
            }
        }
    }

    private FlinkHome check() throws IOException {
        Faults faults = new Faults();
        if (port < 0 || port > 65_535) {
            faults.add("--port " + port + ": must be 0 to 65535");
        } else if (!PreferredPort.isFree(port)) {
            faults.add("--port " + port + ": in use by another program, or not allowed; name another, or 0 for any");
        }
        if (taskManagers < 1 || taskManagers > MOST_TASK_MANAGERS) {
            faults.add("--taskmanagers " + taskManagers + ": must be 1 to " + MOST_TASK_MANAGERS);
        }
        if (slots < 1) {
            faults.add("--slots " + slots + ": at least 1");
        }
        if (!faults.isEmpty()) {
            throw faults.exception();
        }
        return FlinkHome.ofProject();
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("cluster: " + words);
        out.flush();
    }
}
