package dev.footfall.local;

import dev.footfall.gateway.DeadLetterFile;
import dev.footfall.gateway.DeadLetters;
import dev.footfall.geofences.Fault;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.lineprotocol.SortedLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code footfall replay}: computes the final figures of recorded traffic, by the gateway's logic and the topology that runs live.
 *
 * <p>In two stages: the gateway turns the recordings into frames, in a folder of their own; the job turns these into points.
 */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compute every figure of recorded traffic and write it as line protocol, sorted.",
            "The same recording and store packs give the same file, byte for byte."
        },
        footerHeading = "%nExample:%n",
        footer = "  footfall replay --stores stores --events monday.ndjson.gz --out monday.lp")
final class ReplayCommand implements Callable<Integer> {
    @Option(
            names = "--stores",
            required = true,
            paramLabel = "DIR",
            description = "Folder of store packs, one folder a store.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path stores;

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recordings, gzipped or not, in the order in which they were received.")
    private List<Path> events = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the points go.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--dead-letters",
            paramLabel = "FILE",
            description = "Where messages go that are refused, each with its reason.")
    private @Nullable Path deadLetters;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Tasks side by side; the points are the same. Default: one a core, ${DEFAULT-VALUE} here.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        StorePacks packs = check();
        Progress progress = new Progress(spec.commandLine().getErr());
        try (WorkFolder work = new WorkFolder()) {
            ReplaySummary summary = new ReplaySummary();
            RecordedFrames recorded = new RecordedFrames(packs, work.frames(), progress);
            try (DeadLettersTo letters = new DeadLettersTo(deadLetters)) {
                recorded.take(events, letters);
            }
            summary.gateway(recorded);
            if (recorded.hasFrames()) {
                summary.job(new FigureRun(stores, work, parallelism, progress).run(recorded.events()));
            }
            summary.points(write(work.runs()));
            progress.clear();
            summary.print(spec.commandLine().getOut(), out, deadLetters);
        }
        return Footfall.DONE;
    }

    private long write(Path runs) {
        try {
            return SortedLines.merge(runs, out);
        } catch (IOException e) {
            throw new UnusableInputException("--out " + out + " cannot be written: " + e.getMessage(), e);
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
        for (Path file : events) {
            if (!Files.isReadable(file)) {
                faults.add("--events " + file + ": "
                        + (Files.exists(file) ? "it may not be read" : "there is no such file"));
            }
        }
        List<Path> outputs = deadLetters == null ? List.of(out) : List.of(out, deadLetters);
        for (Path file : outputs) {
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
        if (deadLetters != null && isSame(out, deadLetters)) {
            faults.add("--out and --dead-letters are the same file, " + out);
        }
        if (!Files.isDirectory(stores)) {
            faults.add("--stores " + stores + ": there is no such folder");
            throw faults.exception();
        }
        StorePacks packs = StorePacks.open(stores);
        if (packs.stores().isEmpty()) {
            faults.add("--stores " + stores + ": no store pack in it; a store pack is a folder with a store.yaml");
        }
        packs.faults().stream()
                .filter(Fault::isError)
                .forEach(fault -> faults.add(stores.resolve(fault.file()) + ": "
                        + (fault.where().isEmpty() ? "" : fault.where() + ": ") + fault.message()));
        if (!faults.isEmpty()) {
            throw faults.exception();
        }
        return packs;
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
