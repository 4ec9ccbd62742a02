package dev.footfall.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool whose process ends as processes do: what it had committed is there. */
class SpoolProcessITCase {
    private static final int SEGMENT_BYTES = 16 * 1024;

    @TempDir
    private Path temporary = Path.of("");

    private static Process start(String shell, Path folder, int segmentBytes, long seed) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                shell + "exec \"$0\" -XX:-UsePerfData -XX:TieredStopAtLevel=1 -cp \"$1\" \"$2\" \"$3\" \"$4\" \"$5\"";
        return new ProcessBuilder(List.of(
                        "bash",
                        "-c",
                        command,
                        java,
                        System.getProperty("java.class.path"),
                        SpoolWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(segmentBytes),
                        Long.toString(seed)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Opens what a process left behind: all rows from the oldest frame on, each once and in order. Returns their number. */
    private static long rows(Path folder, int segmentBytes) throws IOException {
        try (StoreSpool spool = StoreSpool.open(folder, new SpoolSettings(1L << 30, segmentBytes))) {
            assertThat(spool.recovery().damage()).isNull();
            long next = -1;
            for (long seq = spool.oldest(); seq < spool.next(); seq++) {
                byte[] frame = spool.frame(seq);
                assertThat(SpoolWriter.from(frame)).isEqualTo(next < 0 ? SpoolWriter.from(frame) : next);
                next = SpoolWriter.to(frame);
            }
            next = Math.max(0, next);
            for (byte[] each : spool.pending()) {
                assertThat(SpoolWriter.from(each)).isEqualTo(next++);
            }
            return next;
        }
    }

    @Test
    void open_afterKill9AtAnyMoment_findsAllThatWasCommitted() throws Exception {
        Path folder = temporary.resolve("store-1");
        Random random = new Random(20261122);
        long committed = 0;
        for (int round = 0; round < 8; round++) {
            Process process = start("", folder, SEGMENT_BYTES, round);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                int commits = 1 + random.nextInt(1_000);
                String line = lines.readLine();
                for (int i = 0; line != null; line = lines.readLine()) {
                    committed = Long.parseLong(line);
                    if (++i == commits) {
                        process.toHandle().destroyForcibly(); // and what it has printed can still be read
                    }
                }
                assertThat(process.waitFor()).isEqualTo(128 + 9);
            } finally {
                process.destroyForcibly();
            }
            assertThat(rows(folder, SEGMENT_BYTES)).isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void commit_whereNoMoreCanBeWritten_keepsAllThatWasCommitted() throws Exception {
        Path folder = temporary.resolve("store-1");
        int oneSegment = 1 << 20;
        Process process = start("ulimit -f 100; ", folder, oneSegment, 1);
        long committed = 0;
        String last = "";
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("\\d+")) {
                    committed = Long.parseLong(line);
                }
                last = line;
            }
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(last).contains("must be opened again").contains("too large");
        assertThat(Folders.bytes(folder)).isEqualTo(100 * 1024);
        assertThat(committed).isGreaterThan(100);
        assertThat(rows(folder, oneSegment)).isGreaterThanOrEqualTo(committed);
    }
}
