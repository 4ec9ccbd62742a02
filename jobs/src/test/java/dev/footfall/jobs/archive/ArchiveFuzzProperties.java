package dev.footfall.jobs.archive;

import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.fuzz.Fuzz;
import dev.footfall.events.fuzz.Spoiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever lies where a file of the archive should is read record by record, or refused with its place. */
class ArchiveFuzzProperties {
    private static final String SEED = "20261122";
    private static final long TIME = 1_793_696_400_000L;
    private static final int BYTES_PER_BYTE = 200;

    private static Path folder = Path.of("");

    private final Fuzz files = new Fuzz(
            "files of the archive",
            new Spoiler(sound(), List.of("shop"), ArchiveFuzzProperties::withChecksums),
            BYTES_PER_BYTE,
            ArchiveFuzzProperties::read);

    @BeforeContainer
    static void makeFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "footfall-archive")
                : Files.createTempDirectory("footfall-archive");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("part-0"));
        Files.delete(folder);
    }

    private static List<byte[]> sound() {
        List<byte[]> sound = new ArrayList<>();
        try {
            for (int records = 0; records < 4; records++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int number = 0; number < records; number++) {
                    FrameBuilder frame = new FrameBuilder();
                    frame.addTrack(TIME + number, "cam", 7, "0", number, 0, false);
                    byte[] encoded = frame.encode(new FrameHeader("shop", "gw-1", "e1", number, 0, TIME));
                    bytes.write(ArchiveCoding.encode(new ArchiveRecord(
                            "shop", 17, number, 1, 2, 3, new Span(4, 5), Span.NONE, 6, 7, "abc", encoded)));
                }
                sound.add(bytes.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sound.subList(1, sound.size());
    }

    /** Puts the checksum of every record right, as far as their lengths lead. */
    private static byte[] withChecksums(byte[] input) {
        ByteBuffer bytes = ByteBuffer.wrap(input);
        int at = 0;
        while (at + ArchiveCoding.HEAD_BYTES <= input.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > input.length - at - ArchiveCoding.HEAD_BYTES) {
                break;
            }
            CRC32C crc = new CRC32C();
            crc.update(input, at + ArchiveCoding.HEAD_BYTES, length);
            bytes.putInt(at + Integer.BYTES, (int) crc.getValue());
            at += ArchiveCoding.HEAD_BYTES + length;
        }
        return input;
    }

    private static Optional<String> read(byte[] input) throws IOException {
        Path file = folder.resolve("part-0");
        Files.write(file, input);
        try (ArchiveFile in = new ArchiveFile(file)) {
            for (ArchiveRecord record = in.next(); record != null; record = in.next()) {
                record.findHeader();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()).replaceAll(".*at byte \\d+: ", ""));
        } catch (MalformedFrameException e) {
            return Optional.of(e.detail());
        }
    }

    @Provide
    Arbitrary<byte[]> someFiles() {
        return files.inputs();
    }

    @Property(tries = 5_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyFile_isReadOrRefused(@ForAll("someFiles") byte[] input) {
        files.judge(input);
    }

    @Example
    void longRun_ifAskedFor() {
        files.runIfAsked(0.03);
    }
}
