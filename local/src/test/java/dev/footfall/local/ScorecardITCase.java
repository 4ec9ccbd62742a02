package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sensors without errors tell of the demo stores gives exactly the figures that are true of them. */
class ScorecardITCase {
    private static final Path STORES =
            Path.of(System.getProperty("footfall.project", "..")).resolve("examples/demo/stores");
    /** The stores and for how many hours each is simulated, that some hundred people come to all of them. */
    private static final Map<String, String> HOURS = Map.of("fashion", "1", "kiosk", "2", "supermarket", "0.5");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void sensorsWithoutErrors_giveTheTruth() {
        HOURS.forEach(this::simulate);
        replay(HOURS.keySet().stream().map(store -> folder.resolve(store).resolve("recording.ndjson.gz")));
        HOURS.keySet().forEach(this::requireEqual);
        requireComplete();
    }

    private void simulate(String store, String hours) {
        done(
                "simulate",
                "--store",
                STORES.resolve(store).toString(),
                "--hours",
                hours,
                "--seed",
                "4",
                "--errors",
                "none",
                "--out",
                folder.resolve(store).toString());
    }

    /** All stores at once: each has a clock of its own. */
    private void replay(Stream<Path> recordings) {
        Stream<String> files = recordings.map(Path::toString);
        CommandLineRun run =
                done(Stream.of(Stream.of("replay", "--stores", STORES.toString(), "--out", points(), "--events"), files)
                        .flatMap(words -> words)
                        .toArray(String[]::new));
        assertThat(run.out()).containsPattern("late +0\n").containsPattern("rejected +0\n");
    }

    private void requireEqual(String store) {
        CommandLineRun run = done(
                "score",
                "--store",
                STORES.resolve(store).toString(),
                "--truth",
                folder.resolve(store).resolve("truth").toString(),
                "--points",
                points(),
                "--require-equal");
        // an empty truth would equal an empty computation
        assertThat(run.out()).containsPattern("  visits +[1-9][0-9,]* ").containsPattern("  stops +[1-9][0-9,]* ");
    }

    /** Sensors that do not err are heard all of the time. */
    private void requireComplete() {
        try (Stream<String> lines = Files.lines(Path.of(points()))) {
            assertThat(lines.filter(line -> line.contains(",window=1m")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains(",completeness=1.0,"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String points() {
        return folder.resolve("points.lp").toString();
    }

    private static CommandLineRun done(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        return run;
    }
}
