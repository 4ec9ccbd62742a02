package dev.footfall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command, with benchmarks of which everything is known before. */
class BenchCommandTest {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    BenchCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A benchmark of which everything is known before. */
    private record Known(String name, Report report) implements Benchmark {
        @Override
        public String title() {
            return "About " + name;
        }

        @Override
        public Report run(Bench bench) {
            return report;
        }
    }

    /** One whose ways come to different results. */
    private record Unequal() implements Benchmark {
        @Override
        public String name() {
            return "unequal";
        }

        @Override
        public String title() {
            return "About what is not the same";
        }

        @Override
        public Report run(Bench bench) throws UnequalResultsException {
            throw new UnequalResultsException("one says 1, the other 2");
        }
    }

    /** One that something is in the way of. */
    private record Hindered() implements Benchmark {
        @Override
        public String name() {
            return "hindered";
        }

        @Override
        public String title() {
            return "About what cannot be";
        }

        @Override
        public Report run(Bench bench) throws IOException {
            throw new IOException("no such broker");
        }
    }

    private static final Known FAST = new Known(
            "fast",
            new Report(
                    "nothing.",
                    "event",
                    List.of(new Cost("this", 2), new Cost("that", 30)),
                    List.of(Target.ratio(new Cost("that", 30), new Cost("this", 2), 10)),
                    List.of("a note")));

    @BeforeAll
    static void knowTheProject() {
        System.setProperty("footfall.home", System.getProperty("footfall.project", ".."));
    }

    private int run(List<Benchmark> benchmarks, String... arguments) {
        return new CommandLine(new BenchCommand(benchmarks))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void section_tellsWaysTargetsAndNotes() throws IOException {
        Path file = folder.resolve("results.md");

        assertThat(run(List.of(FAST), "--out", file.toString())).isZero();

        assertThat(Files.readAllLines(file))
                .contains(
                        "## About fast",
                        "Checked: nothing.",
                        "| way | ns per event | CPU ns | bytes allocated | events/s |",
                        "| this | 2.00 | – | – | 500,000,000 |",
                        "| this, times as fast as that | 15.0 × | ≥ 10.0 × | met |",
                        "- a note");
    }

    @Test
    void unequalResults_exit1AndOthersStillRun() throws IOException {
        Path file = folder.resolve("results.md");

        int exit = run(List.of(new Unequal(), FAST), "--out", file.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("unequal: results are not equal: one says 1, the other 2");
        assertThat(Files.readString(file)).contains("About fast").doesNotContain("About what is not the same");
    }

    @Test
    void benchmarkThatFails_exit1AndOthersStillRun() {
        assertThat(run(List.of(new Hindered(), FAST), "--quick")).isEqualTo(1);

        assertThat(err.toString()).contains("hindered: could not be run:", "no such broker");
        assertThat(out.toString()).contains("About fast");
    }

    @Test
    void name_choosesWhatRuns() {
        Known slow = new Known("slow", FAST.report());

        assertThat(run(List.of(FAST, slow), "--quick", "slow")).isZero();

        assertThat(out.toString()).contains("About slow").doesNotContain("About fast");
    }

    @Test
    void nameOfNone_isAFaultOfUsage() {
        assertThat(run(List.of(FAST), "fats")).isEqualTo(2);
        assertThat(err.toString()).contains("no such benchmark: fats; there are fast");
    }

    @Test
    void quickWithoutFile_writesNoResults() throws IOException {
        String home = System.getProperty("footfall.home", "");
        System.setProperty("footfall.home", folder.toString());
        try {
            assertThat(run(List.of(FAST), "--quick")).isZero();
        } finally {
            System.setProperty("footfall.home", home);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
