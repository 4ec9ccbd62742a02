package dev.footfall.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in complete files is read as it was written; damage is told with its place, and what is not complete is not looked at. */
class ArchiveFilesTest {
    private final Path folder;
    private final Path hour;

    ArchiveFilesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.hour = Files.createDirectories(folder.resolve("lane-03").resolve("2026-05-04T10"));
    }

    private static ArchiveRecord record(long number) {
        return new ArchiveRecord(
                "shop", 17, number, 1, 2, 3, new Span(4, 5), Span.NONE, 6, 7, "abc", new byte[] {1, 2, (byte) number});
    }

    private static byte[] bytes(int records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int number = 0; number < records; number++) {
            bytes.write(ArchiveCoding.encode(record(number)));
        }
        return bytes.toByteArray();
    }

    private List<ArchiveRecord> read() throws IOException {
        return new Archive(folder).records();
    }

    @Test
    void records_areReadAsWritten() throws IOException {
        Files.write(hour.resolve("part-0.archive"), bytes(3));

        assertThat(read())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(record(0), record(1), record(2));
    }

    @Test
    void filesInProgress_andWhatLiesBesideLanes_areNotLookedAt() throws IOException {
        Files.write(hour.resolve(".part-0.archive.inprogress.1"), new byte[] {1});
        Files.write(
                Files.createDirectories(folder.resolve("corrections").resolve("x"))
                        .resolve("y.archive"),
                new byte[] {1});

        assertThat(read()).isEmpty();
    }

    @Test
    void byteChangedAnywhere_isTold_withFileAndPlace() throws IOException {
        byte[] sound = bytes(3);
        Path file = hour.resolve("part-0.archive");
        for (int at = 0; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] ^= (byte) 0x81;
            Files.write(file, damaged);

            int start = at / (sound.length / 3) * (sound.length / 3);
            assertThatThrownBy(this::read)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + " is damaged at byte " + start + ": ");
        }
    }

    @Test
    void fileCutOffAnywhere_isTold_exceptBetweenRecords() throws IOException {
        byte[] sound = bytes(2);
        for (int length = 1; length < sound.length; length++) {
            Files.write(hour.resolve("part-0.archive"), Arrays.copyOf(sound, length));
            if (length != sound.length / 2) {
                assertThatThrownBy(this::read).hasMessageContaining("it ends inside a record");
            }
        }
    }
}
