package dev.footfall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * That benchmarks run and find results equal, which is all that is asked of them here: never a time. Those that compute; {@link QuickWithServersITCase}
 * has the others.
 */
class QuickITCase {
    /** The benchmarks that start brokers, databases and processes, and mostly wait for them. */
    static final List<String> WITH_SERVERS = List.of("gateway", "chain", "latency", "replay");

    @Test
    void benchmarksThatCompute_runAndFindResultsEqual(@TempDir Path folder) throws Exception {
        runQuickly(
                folder,
                BenchCommand.ALL.stream()
                        .filter(each -> !WITH_SERVERS.contains(each.name()))
                        .toList());
    }

    static void runQuickly(Path folder, List<Benchmark> benchmarks) throws Exception {
        System.setProperty("footfall.home", System.getProperty("footfall.project", ".."));
        Path file = folder.resolve("results.md");

        int exit = new CommandLine(new BenchCommand(benchmarks)).execute("--quick", "--out", file.toString());

        assertThat(exit).isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(benchmarks).isNotEmpty();
        for (Benchmark benchmark : benchmarks) {
            assertThat(lines).contains("<!-- bench " + benchmark.name() + " -->", "## " + benchmark.title());
        }
    }
}
