package dev.footfall.local.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.local.CommandLineRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A minute of what is run for ten and longer by hand: every part a process of its own, and whatever the seed brings. */
class TortureITCase {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aMinuteOfFaults_losesNothingAndDoublesNothing() {
        CommandLineRun run = CommandLineRun.of(
                "torture",
                "--seed",
                "20261122",
                "--minutes",
                "1",
                "--data",
                folder.resolve("run").toString());

        assertThat(run.out() + run.err())
                .contains("lost               0")
                .contains("doubled            0")
                .contains("points that differ 0 of");
        assertThat(run.code()).isZero();
    }
}
