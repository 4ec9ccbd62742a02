package dev.footfall.simulator.score;

import dev.footfall.geofences.Fault;
import dev.footfall.geofences.PackReading;
import dev.footfall.geofences.StorePack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall score}: compares computed points with what was true in the simulated store. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compare computed points with the truth of a simulated store.",
            "Windows of 15m, 1h and 1d. Exit code 0 if it could be done, unless --require-equal."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  footfall simulate --store stores/kiosk --hours 2 --seed 1 --out day",
            "  footfall replay --stores stores --events day/recording.ndjson.gz --out day/points.lp",
            "  footfall score --store stores/kiosk --truth day/truth --points day/points.lp"
        })
public final class ScoreCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final int UNUSABLE = CommandLine.ExitCode.USAGE;
    private static final String STANDARD_INPUT = "-";

    @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store's pack.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path store;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "DIR",
            description = "What 'simulate' wrote beside its recording.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path truth;

    @Option(
            names = "--points",
            required = true,
            paramLabel = "FILE",
            description = "Points as line protocol with times in milliseconds; - for standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private String points;

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the scorecard for machines as well.")
    private @Nullable Path json;

    @Option(names = "--require-equal", description = "End with 1 if any figure differs.")
    private boolean requireEqual;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Scorecard card = compare(pack());
            if (json != null) {
                ScorecardJson.write(card, json);
            }
            return requireEqual && !card.isEqual() ? DIFFERENT : CommandLine.ExitCode.OK;
        } catch (FaultyInputException | IOException e) {
            spec.commandLine().getErr().println("footfall: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private StorePack pack() throws FaultyInputException {
        PackReading reading = StorePack.read(store);
        StorePack pack = reading.pack();
        if (pack == null) {
            throw new FaultyInputException("the pack " + store + " cannot be used:\n  "
                    + reading.faults().stream()
                            .filter(Fault::isError)
                            .map(Fault::toString)
                            .collect(Collectors.joining("\n  ")));
        }
        return pack;
    }

    private Scorecard compare(StorePack pack) throws FaultyInputException, IOException {
        Truth known = TruthFiles.read(truth, pack);
        Collection<PointLine> computed = points(pack);
        Scorecard card = Scorecard.of(
                pack,
                known.run(),
                TruthFigures.of(pack, known),
                PointFigures.of(computed, pack.calendar(), known.run()));
        ScorecardText.write(card, pack.config().timezone(), spec.commandLine().getOut());
        return card;
    }

    private Collection<PointLine> points(StorePack pack) throws FaultyInputException, IOException {
        String id = pack.config().store();
        if (points.equals(STANDARD_INPUT)) {
            // standard input stays open: it is not this command's
            return PointFile.read(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), "standard input", id);
        }
        try (BufferedReader lines = Files.newBufferedReader(Path.of(points))) {
            return PointFile.read(lines, points, id);
        } catch (NoSuchFileException e) {
            throw new FaultyInputException(points + " cannot be read: there is no such file", e);
        }
    }
}
