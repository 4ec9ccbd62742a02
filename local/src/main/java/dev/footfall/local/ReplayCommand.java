package dev.footfall.local;

import dev.footfall.gateway.DeadLetterFile;
import dev.footfall.gateway.DeadLetters;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.PointSink;
import dev.footfall.jobs.Profile;
import dev.footfall.jobs.influx.InfluxOptions;
import dev.footfall.jobs.influx.InfluxSettings;
import dev.footfall.jobs.influx.InfluxSink;
import dev.footfall.jobs.influx.WriteFailedException;
import dev.footfall.jobs.lineprotocol.LineProtocolSink;
import dev.footfall.jobs.lineprotocol.SortedLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code footfall replay}: computes the final figures of recorded traffic, by the gateway's logic and the topology that runs live.
 *
 * <p>In two stages: the gateway turns the recordings into frames, in a folder of their own, or they are taken from an archive; the job turns these
 * into points.
 */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compute every figure of recorded traffic, or of archived days, into a file or InfluxDB.",
            "The file is line protocol, sorted: the same recording and store packs give the same bytes."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  footfall replay --stores stores --events monday.ndjson.gz --out monday.lp",
            "  footfall replay --stores stores --events monday.ndjson.gz --influx http://localhost:8086",
            "  footfall replay --stores stores --archive archive --store demo --day 2026-11-21 --out saturday.lp"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final long INFLUX_PATIENCE_MILLIS = 60_000;

    @Option(
            names = "--stores",
            required = true,
            paramLabel = "DIR",
            description = "Folder of store packs, one folder a store.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path stores;

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recordings, gzipped or not, in the order in which they were received.")
    private List<Path> events = List.of();

    @Mixin
    private ArchivedDays archived = new ArchivedDays();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File for the points, as line protocol. Either this or --influx.")
    private @Nullable Path out;

    @Option(
            names = "--dead-letters",
            paramLabel = "FILE",
            description = "Where messages go that are refused, each with its reason.")
    private @Nullable Path deadLetters;

    @Option(
            names = "--profile",
            paramLabel = "store|chain",
            description =
                    "That of the live job: with chain, heat maps of hours and days only. Default: ${DEFAULT-VALUE}.")
    private Profile profile = Profile.STORE;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Tasks side by side; the points are the same. Default: one a core, ${DEFAULT-VALUE} here.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Mixin
    private InfluxOptions influx = new InfluxOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        StorePacks packs = check();
        Progress progress = new Progress(spec.commandLine().getErr());
        try (WorkFolder work = new WorkFolder()) {
            ReplaySummary summary = new ReplaySummary();
            if (archived.areGiven()) {
                long frames = archived.writeFrames(
                        packs, work.frames(), spec.commandLine().getErr());
                summary.archive(frames);
                if (frames > 0) {
                    summary.job(compute(work, archived.sink(packs, sink(work)), 0, progress));
                }
            } else {
                RecordedFrames recorded = new RecordedFrames(packs, work.frames(), progress);
                try (DeadLettersTo letters = new DeadLettersTo(deadLetters)) {
                    recorded.take(events, letters);
                }
                summary.gateway(recorded);
                if (recorded.hasFrames()) {
                    summary.job(compute(work, sink(work), recorded.events(), progress));
                }
            }
            if (out == null) {
                InfluxSettings settings = influx.settings();
                summary.points(summary.counted("points"), "database " + settings.database() + " at " + settings.url());
            } else {
                summary.points(write(work.runs(), out), out.toString());
            }
            progress.clear();
            summary.print(spec.commandLine().getOut(), deadLetters);
        }
        return Footfall.DONE;
    }

    private PointSink sink(WorkFolder work) {
        return out == null ? database() : new LineProtocolSink(work.runs().toString());
    }

    private Map<String, Object> compute(WorkFolder work, PointSink sink, long events, Progress progress)
            throws Exception {
        try {
            return new FigureRun(stores, profile, work.frames(), work.flink(), sink, parallelism, progress).run(events);
        } catch (JobExecutionException failed) {
            throw ExceptionUtils.findSerializedThrowable(
                            failed, WriteFailedException.class, getClass().getClassLoader())
                    .<Exception>map(fault -> new UnusableInputException("--influx: " + fault.getMessage(), fault))
                    .orElse(failed);
        }
    }

    /** The sink into the InfluxDB; somebody waits for a replay, so it has an end of patience. */
    private InfluxSink database() {
        return new InfluxSink(influx.settings().givingUpAfter(INFLUX_PATIENCE_MILLIS));
    }

    private static long write(Path runs, Path file) {
        try {
            return SortedLines.merge(runs, file);
        } catch (IOException e) {
            throw new UnusableInputException("--out " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return (Files.exists(a) && Files.exists(b))
                    ? Files.isSameFile(a, b)
                    : a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds every fault of the command line and the store packs, before anything starts. */
    private StorePacks check() throws IOException {
        Faults faults = new Faults();
        if (parallelism < 1) {
            faults.add("--parallelism " + parallelism + ": at least 1");
        }
        if (events.isEmpty() != archived.areGiven()) {
            faults.add("--events and --archive: name one of them, where the traffic is to come from");
        }
        archived.check(faults);
        for (Path file : events) {
            if (!Files.isReadable(file)) {
                faults.add("--events " + file + ": "
                        + (Files.exists(file) ? "it may not be read" : "there is no such file"));
            }
        }
        checkDestination(faults);
        for (Path file : Stream.of(out, deadLetters).flatMap(Stream::ofNullable).toList()) {
            Path folder = file.toAbsolutePath().getParent();
            boolean writable = Files.exists(file)
                    ? (Files.isWritable(file) && !Files.isDirectory(file))
                    : (folder != null && Files.isWritable(folder));
            if (!writable) {
                faults.add(file + ": no file can be written there");
            }
            if (events.stream().anyMatch(read -> isSame(read, file))) {
                faults.add(file + ": it is one of --events and would be overwritten");
            }
        }
        if (out != null && deadLetters != null && isSame(out, deadLetters)) {
            faults.add("--out and --dead-letters are the same file, " + out);
        }
        faults.addThoseOf(stores);
        if (!faults.isEmpty()) {
            throw faults.exception();
        }
        return StorePacks.open(stores);
    }

    private void checkDestination(Faults faults) {
        if (influx.areGiven() == (out != null)) {
            faults.add("--out and --influx: name one of them, the place that the points are to go to");
            return;
        }
        List<String> ofInflux = influx.areGiven() ? influx.faults() : List.of();
        ofInflux.forEach(faults::add);
        if (influx.areGiven() && ofInflux.isEmpty()) {
            try {
                database().ask();
            } catch (IOException fault) {
                faults.add("--influx: " + fault.getMessage());
            }
        }
    }

    /** Writes dead letters to a file when one is named; they are counted in any case. */
    private static final class DeadLettersTo implements DeadLetters, AutoCloseable {
        private final @Nullable DeadLetterFile file;

        DeadLettersTo(@Nullable Path path) throws IOException {
            file = path == null ? null : DeadLetterFile.create(path);
        }

        @Override
        public void letter(dev.footfall.gateway.DeadLetter letter) {
            if (file != null) {
                file.letter(letter);
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}
