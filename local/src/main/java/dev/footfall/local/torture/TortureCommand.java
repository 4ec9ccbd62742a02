package dev.footfall.local.torture;

import dev.footfall.local.Ending;
import dev.footfall.local.Footfall;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code footfall torture}: shows that nothing is lost and nothing counted twice, whatever breaks. */
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Break every part of the system at random and prove that nothing was lost or counted twice.",
            "Gateways, brokers, JobManager, TaskManagers and InfluxDB run as processes of their own; simulated",
            "shops publish two hundred times faster than time; at the end the database is compared with an",
            "undisturbed replay of what was acknowledged. Exit code 1 if an event is lost, doubled or a point differs."
        },
        footerHeading = "%nExample:%n",
        footer = "  footfall torture --seed 1 --minutes 10")
public final class TortureCommand implements Callable<Integer> {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final double MOST_MINUTES = 24 * 60;
    private static final double MEBIBYTE = 1024 * 1024;
    private static final int MOST_LOAD = 100;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, other faults. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "How long devices publish and faults happen. Default: ${DEFAULT-VALUE}.")
    private double minutes = 10;

    @Option(
            names = "--load",
            paramLabel = "N",
            description = "How many times the usual traffic. Default: ${DEFAULT-VALUE}.")
    private int load = 1;

    @Option(names = "--calm", description = "No faults: to see what the load alone does.")
    private boolean calm;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "KIND",
            description = "Faults of these kinds alone: ${COMPLETION-CANDIDATES}.")
    private List<FaultKind> kinds = List.of(FaultKind.values());

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Folder for what all parts keep and log; made, and kept. Default: a temporary one, kept when the",
                "run ends with exit code 1."
            })
    private @Nullable Path data;

    @Option(
            names = "--break",
            paramLabel = "RULE",
            description = {
                "Break one rule of the chain from outside, to see that the run finds it: ${COMPLETION-CANDIDATES}.",
                "Such a run must end with exit code 1."
            })
    private @Nullable BrokenRule broken;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    private final Ending ending = new Ending();

    @Override
    public Integer call() throws Exception {
        if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
            throw new ParameterException(
                    spec.commandLine(), "--minutes " + minutes + ": must be above 0, at most 1440");
        }
        if (load < 1 || load > MOST_LOAD) {
            throw new ParameterException(spec.commandLine(), "--load " + load + ": must be 1 to " + MOST_LOAD);
        }
        Path folder = data == null ? Files.createTempDirectory("footfall-torture-") : Files.createDirectories(data);
        Ending.Orderly orderly = ending.onSignals(ENDS_WITHIN, () -> say("it does not end in order"));
        try (orderly) {
            Torture torture = new Torture(
                    folder.toAbsolutePath(),
                    seed,
                    Duration.ofMillis(Math.round(minutes * 60_000)),
                    load,
                    calm ? List.of() : kinds,
                    broken,
                    ending,
                    spec.commandLine().getErr());
            Verdict verdict = torture.run();
            report(torture, verdict);
            if (!verdict.isClean() || data != null) {
                say("everything is kept in " + folder);
            } else {
                torture.forget();
            }
            return verdict.isClean() ? Footfall.DONE : Footfall.CHECK_FAILED;
        } catch (Torture.AskedToEndException asked) {
            say("ended before the end; what it left is in " + folder);
            return Footfall.DONE;
        }
    }

    private void report(Torture torture, Verdict verdict) {
        say(String.format(Locale.ROOT, "seed %d, %.1f minutes", seed, minutes));
        say(String.format(Locale.ROOT, "events             %,d", verdict.events()));
        int faults =
                torture.faults().values().stream().mapToInt(Integer::intValue).sum();
        say(String.format(
                Locale.ROOT,
                "faults             %d of %d kinds",
                faults,
                torture.faults().size()));
        for (Map.Entry<FaultKind, Integer> kind : torture.faults().entrySet()) {
            List<Duration> times = torture.recoveries().getOrDefault(kind.getKey(), List.of());
            say(String.format(
                    Locale.ROOT,
                    "  %-40s %3d   fresh again after %s",
                    kind.getKey().words(),
                    kind.getValue(),
                    times.isEmpty()
                            ? "the end"
                            : seconds(times.get(times.size() / 2)) + ", at most "
                                    + seconds(times.get(times.size() - 1))));
        }
        say(String.format(
                Locale.ROOT,
                "spooled at most    %.1f MiB of a store, of %s",
                torture.mostSpooledBytes() / MEBIBYTE,
                Parts.SPOOL_SIZE));
        say(String.format(Locale.ROOT, "late, corrected    %d store days", torture.correctedDays()));
        say(String.format(Locale.ROOT, "lost               %d", verdict.lost()));
        say(String.format(Locale.ROOT, "doubled            %d", verdict.doubled()));
        say(String.format(
                Locale.ROOT,
                "points that differ %d of %,d",
                verdict.differences().size(),
                verdict.points()));
        verdict.differences().stream().limit(20).forEach(each -> say("  " + each));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words);
        out.flush();
    }
}
