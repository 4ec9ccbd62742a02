package dev.footfall.benchmarks;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link QuickITCase} asks, of the benchmarks that start servers and processes; side by side with it, for these mostly wait. */
class QuickWithServersITCase {
    @Test
    void benchmarksWithServers_runAndFindResultsEqual(@TempDir Path folder) throws Exception {
        QuickITCase.runQuickly(
                folder,
                BenchCommand.ALL.stream()
                        .filter(each -> QuickITCase.WITH_SERVERS.contains(each.name()))
                        .toList());
    }
}
