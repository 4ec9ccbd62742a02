package dev.footfall.simulator;

import dev.footfall.simulator.truth.TruthFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall simulate}: writes what the devices of a simulated store publish, and the truth beside it. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        abbreviateSynopsis = true,
        description = {
            "Write what the devices of a simulated store publish, and the truth beside it:",
            "  OUT/recording.ndjson.gz   for replay and publish",
            "  OUT/truth/*.csv           visits, stays, crossings, occupancy, staff",
            "The same store, options and seed give the same bytes."
        },
        footer = {
            "",
            "Example:",
            "  footfall simulate --store examples/demo/stores/supermarket --hours 2 --seed 1 --out simulated"
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int UNUSABLE = CommandLine.ExitCode.USAGE;
    private static final LocalDate A_MONDAY = LocalDate.of(2026, 3, 2);
    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final double MOST_HOURS = 24 * 366;
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    @Option(
            names = "--store",
            required = true,
            paramLabel = "DIR",
            description = "A store pack: store.yaml, layout.geojson, simulation.yaml.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path store;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "How long, a whole number of minutes (default: ${DEFAULT-VALUE}).")
    private double hours = 2;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, other people (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; it is made.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "When it starts, with nobody in the store, a full minute: 2026-03-02T08:00:00+01:00 "
                    + "(default: when the store opens on Monday, 2 March 2026).")
    private @Nullable String from;

    @Option(
            names = "--visits-per-day",
            paramLabel = "N",
            description = "How many come on an average day (default: as simulation.yaml says).")
    private @Nullable Integer visitsPerDay;

    @Option(names = "--errors", paramLabel = "none|default", description = "Whether sensors err (default: none).")
    private String errors = "none";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    private long lastToldNanos;

    @Override
    public Integer call() {
        try {
            return simulate();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return unusable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return unusable(out + ": " + e);
        }
    }

    private int unusable(String why) {
        spec.commandLine().getErr().println("footfall: " + why);
        return UNUSABLE;
    }

    private int simulate() throws IOException {
        TruthFiles truth = new TruthFiles();
        long start = startMillis();
        long until = start + Math.round(checkedHours() * HOUR_MILLIS);
        Simulation simulation =
                Simulation.of(new SimulationSettings(store, sensorErrors(), seed, start, visitsPerDay), truth);
        Files.createDirectories(out);
        long begun = System.nanoTime();
        lastToldNanos = begun;
        String digest;
        long messages;
        try (RecordingWriter recording = new RecordingWriter(out.resolve("recording.ndjson.gz"))) {
            for (long at = start; at < until; at += MINUTE_MILLIS) {
                simulation.advance(at + MINUTE_MILLIS, recording);
                tell((double) (at - start) / (until - start));
            }
            simulation.end(recording);
            digest = recording.finish();
            messages = recording.messages();
        }
        truth.write(out.resolve("truth"));
        writeFacts(simulation.pack().config().store(), start, until, digest);
        PrintWriter told = spec.commandLine().getOut();
        told.printf(
                Locale.ROOT,
                "%,d visits, %,d messages in %s, %.1f s%n",
                truth.visits(),
                messages,
                out.resolve("recording.ndjson.gz"),
                (System.nanoTime() - begun) / 1e9);
        told.flush();
        return CommandLine.ExitCode.OK;
    }

    private SensorErrors sensorErrors() {
        return switch (errors) {
            case "none" -> SensorErrors.NONE;
            case "default" -> SensorErrors.DEFAULT;
            default -> throw new IllegalArgumentException("--errors is " + errors + " but must be none or default");
        };
    }

    private double checkedHours() {
        if (!(hours > 0 && hours <= MOST_HOURS) || Math.round(hours * HOUR_MILLIS) % MINUTE_MILLIS != 0) {
            throw new IllegalArgumentException("--hours is " + hours
                    + " but must be a whole number of minutes, above 0 and at most " + MOST_HOURS + " hours");
        }
        return hours;
    }

    private long startMillis() {
        String said = from;
        if (said == null) {
            return Simulation.openingMillis(store, A_MONDAY);
        }
        try {
            long start = Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(said))
                    .toEpochMilli();
            if (start % MINUTE_MILLIS != 0) {
                throw new IllegalArgumentException("--from is " + said + " but must be a full minute");
            }
            return start;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--from is " + said + " but must be a date and time with an offset, 2026-03-02T08:00:00+01:00", e);
        }
    }

    private void writeFacts(String name, long start, long until, String digest) throws IOException {
        Files.writeString(
                out.resolve("truth").resolve("truth.yaml"),
                "store: " + name + "\nseed: " + seed + "\nfrom: " + Instant.ofEpochMilli(start) + "\nuntil: "
                        + Instant.ofEpochMilli(until) + "\nerrors: " + errors + "\nrecordingSha256: " + digest + "\n");
    }

    private void tell(double share) {
        long now = System.nanoTime();
        if (now - lastToldNanos >= PATIENCE_NANOS) {
            lastToldNanos = now;
            PrintWriter err = spec.commandLine().getErr();
            err.printf(Locale.ROOT, "simulating %3.0f %%%n", share * 100);
            err.flush();
        }
    }
}
