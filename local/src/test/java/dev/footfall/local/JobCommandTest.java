package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code footfall job} says of its command line, and of how fast it goes. */
class JobCommandTest {
    @Test
    void job_withFaults_tellsAllAtOnce(@TempDir Path folder) throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        CommandLineRun run = CommandLineRun.of(
                "job",
                "--stores",
                folder.resolve("nowhere").toString(),
                "--broker",
                "http://broker",
                "--broker-ca",
                folder.resolve("no.pem").toString(),
                "--checkpoints",
                noFolder.resolve("x").toString(),
                "--parallelism",
                "0",
                "--patience",
                "0");

        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err())
                .contains("--stores " + folder.resolve("nowhere") + ": there is no such folder")
                .contains("--broker http://broker: must be mqtt://host:port")
                .contains("--broker-ca " + folder.resolve("no.pem") + ": there is no such file")
                .contains("--influx is absent")
                .contains("--checkpoints " + noFolder.resolve("x"))
                .contains("--parallelism 0: at least 1")
                .contains("--patience 0ms: at least 1ms");
    }

    @Test
    void job_toGoOnFromNowhere_isRefused(@TempDir Path folder) throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "job",
                "--stores",
                Demo.stores(folder).toString(),
                "--broker",
                "mqtt://localhost",
                "--influx",
                "http://localhost:8086",
                "--checkpoints",
                folder.resolve("checkpoints").toString(),
                "--restore",
                folder.resolve("nowhere").toString());

        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err()).contains("--restore " + folder.resolve("nowhere") + ": no completed checkpoint");
    }

    @Test
    void job_onTheCheckpointsOfARunningOne_isRefused(@TempDir Path folder) throws IOException {
        Path checkpoints = folder.resolve("checkpoints");
        Path stores = Demo.stores(folder);
        try (CheckpointsLock running = CheckpointsLock.take(checkpoints)) {
            CommandLineRun second = CommandLineRun.of(
                    "job",
                    "--stores",
                    stores.toString(),
                    "--broker",
                    "mqtt://localhost",
                    "--influx",
                    "http://localhost:8086",
                    "--checkpoints",
                    checkpoints.toString());

            assertThat(running).isNotNull();
            assertThat(second.code()).isEqualTo(Footfall.UNUSABLE);
            assertThat(second.out()).isEmpty();
            assertThat(second.err())
                    .isEqualToIgnoringNewLines("footfall: --checkpoints " + checkpoints
                            + ": cannot be used: another job is running on it: stop that one, or name another folder");
        }
        CheckpointsLock.take(checkpoints).close();
    }

    /** A crash may leave a checkpoint half written. */
    @Test
    void latest_passesOverWhatCannotBeRead(@TempDir Path folder) throws IOException {
        Path half = Files.createDirectories(folder.resolve("job").resolve("chk-3"));
        Files.write(half.resolve("_metadata"), new byte[] {1, 2, 3});

        assertThat(SavedState.findLatest(folder)).isEmpty();
    }

    @Test
    void pace_isWhatWasCountedMore_byTheTime() {
        Map<String, Object> before = counts(10, 100, 1, 20, 20_000, 5_000);
        Map<String, Object> after = counts(40, 1_100, 2, 30, 50_000, 245_000);

        assertThat(LivePace.between(before, after, 10_000))
                .hasToString("3.0 frames/s, 100 events/s, 2 stores, 3.0 s behind, 12.0 x real time");
    }

    /** Tasks that were started again count from nothing. */
    @Test
    void pace_afterARestart_countsAnew() {
        Map<String, Object> before = counts(100, 1_000, 1, 200, 20_000, 5_000);
        Map<String, Object> after = counts(5, 50, 1, 6, 3_600_000L * 60, 10_000);

        assertThat(LivePace.between(before, after, 10_000))
                .hasToString("0.5 frames/s, 5 events/s, 1 store, 10 h behind, 1.0 x real time");
    }

    @Test
    void pace_ofNothing_saysSo() {
        assertThat(LivePace.between(Map.of(), Map.of(), 10_000))
                .hasToString("0.0 frames/s, 0 events/s, 0 stores, 0.0 x real time");
    }

    private static Map<String, Object> counts(
            long frames, long events, long stores, long watermarks, long lagMillis, long clockMillis) {
        return Map.of(
                "frames", frames,
                "events", events,
                "stores", stores,
                "watermarks", watermarks,
                "lag_ms", lagMillis,
                "clock_ms", clockMillis);
    }
}
