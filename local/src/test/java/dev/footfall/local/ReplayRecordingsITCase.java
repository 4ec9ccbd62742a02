package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.jobs.oracle.PointComparison;
import dev.footfall.jobs.oracle.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays real recordings, as a user would, on a real Flink: every point is as expected, and none is there besides. */
class ReplayRecordingsITCase {
    @TempDir
    private Path folder = Path.of("");

    private CommandLineRun replay(Path data, String name, Path out) {
        return CommandLineRun.of(
                "replay",
                "--stores",
                data.resolve("stores").toString(),
                "--events",
                data.resolve("recordings").resolve(name + ".ndjson.gz").toString(),
                "--out",
                out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zara01", "corridor-bo", "market", "office", "oddities"})
    void aRecordingWithExpectedPoints_givesThemAll(String name) {
        Optional<Path> data = SharedData.find();
        if (data.isEmpty()) {
            return;
        }
        Path out = folder.resolve(name + ".lp");

        CommandLineRun run = replay(data.get(), name, out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(PointComparison.differences(
                        PointComparison.lines(data.get().resolve("expected").resolve(name + ".lp.gz")),
                        PointComparison.lines(out)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yard-eth", "corridor-uo", "mall-a"})
    void anotherRecording_runsClean(String name) {
        Optional<Path> data = SharedData.find();
        if (data.isEmpty()) {
            return;
        }
        Path out = folder.resolve(name + ".lp");

        CommandLineRun run = replay(data.get(), name, out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("rejected +0\n").containsPattern("late +0\n");
        assertThat(Files.exists(out)).isTrue();
        assertThat(PointComparison.lines(out)).isNotEmpty();
    }
}
