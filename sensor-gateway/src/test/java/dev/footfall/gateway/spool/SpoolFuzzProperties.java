package dev.footfall.gateway.spool;

import dev.footfall.events.DoorCount;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.fuzz.Fuzz;
import dev.footfall.events.fuzz.Spoiler;
import java.io.IOException;
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

/** Whatever lies where a segment should is read, or refused as damaged; and opened, saved as far as can be, it is a sound spool after that. */
class SpoolFuzzProperties {
    private static final String SEED = "20261122";
    private static final long TIME = 1_793_696_400_000L;
    private static final SpoolSettings SETTINGS = new SpoolSettings(1 << 20, 1 << 16);
    private static final int HEAD_BYTES = 4;
    private static final int BYTES_PER_BYTE = 200;

    private static Path folder = Path.of("");

    private final Fuzz segments = new Fuzz(
            "segments of a spool",
            new Spoiler(sound(), List.of("FFSP"), SpoolFuzzProperties::withChecksums),
            BYTES_PER_BYTE,
            SpoolFuzzProperties::read);
    private final Fuzz spools = new Fuzz(
            "spools, opened",
            new Spoiler(sound(), List.of("FFSP"), SpoolFuzzProperties::withChecksums),
            2_000,
            SpoolFuzzProperties::open);

    /** In memory where there is such a file system: a spool waits for its disk. */
    @BeforeContainer
    static void makeFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "footfall-spools")
                : Files.createTempDirectory("footfall-spools");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Disk.deleteTree(folder);
    }

    private static byte[] frame(long seq) {
        FrameBuilder frame = new FrameBuilder();
        frame.addDoor(new DoorCount(TIME + seq, seq, 0, 0, 0), "door-1");
        return frame.encode(new FrameHeader("shop", "gw-1", "e1", seq, 0, TIME));
    }

    private static List<byte[]> sound() {
        List<byte[]> segments = new ArrayList<>();
        for (int frames = 0; frames < 4; frames++) {
            ByteBuffer bytes = ByteBuffer.allocate(1 << 14).put(new SegmentHeader("e1", 0).written());
            for (int seq = 0; seq < frames; seq++) {
                byte[] frame = frame(seq);
                bytes.put(JournalRecord.written(JournalRecord.EVENTS, ByteBuffer.wrap(frame)));
                bytes.put(JournalRecord.written(JournalRecord.SYNCED, ByteBuffer.allocate(0)));
                bytes.put(JournalRecord.written(
                        JournalRecord.FRAME,
                        ByteBuffer.allocate(Long.BYTES + frame.length)
                                .putLong(seq)
                                .put(frame)
                                .flip()));
            }
            bytes.put(JournalRecord.written(JournalRecord.EVENTS, ByteBuffer.wrap(frame(frames))));
            byte[] segment = new byte[bytes.position()];
            bytes.flip().get(segment);
            segments.add(segment);
        }
        return segments;
    }

    /** Puts the checksum of every record right, as far as their lengths lead. */
    private static byte[] withChecksums(byte[] input) {
        ByteBuffer bytes = ByteBuffer.wrap(input);
        int at = HEAD_BYTES;
        while (at + JournalRecord.HEAD_BYTES <= input.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > input.length - at - JournalRecord.HEAD_BYTES) {
                break;
            }
            CRC32C crc = new CRC32C();
            crc.update(input, at + 2 * Integer.BYTES, 1 + length);
            bytes.putInt(at + Integer.BYTES, (int) crc.getValue());
            at += JournalRecord.HEAD_BYTES + length;
        }
        return input;
    }

    private static Path write(byte[] input, String name) throws IOException {
        Path own = folder.resolve(name);
        if (Files.exists(own)) {
            for (Path file : Folders.list(own)) {
                Files.delete(file);
            }
        }
        Files.createDirectories(own);
        Files.write(own.resolve("00000000000000000000.journal"), input);
        return own;
    }

    private static Optional<String> read(byte[] input) throws IOException {
        try {
            SpoolFolder found = SpoolFolder.read(write(input, "segment"));
            return found.recovery().findWarning();
        } catch (DamagedSpoolException e) {
            return Optional.of(String.valueOf(e.getMessage()).replaceAll(".*journal: ", ""));
        }
    }

    private static Optional<String> open(byte[] input) throws IOException {
        Disk.deleteTree(folder.resolve("opened"));
        Path own = write(input, "opened/store");
        long next;
        String epoch;
        Optional<String> warning;
        try (StoreSpool spool = StoreSpool.open(own, SETTINGS)) {
            warning = spool.recovery().findWarning();
            next = spool.next();
            epoch = spool.epoch();
            for (long seq = spool.oldest(); seq < next; seq++) {
                spool.frame(seq);
            }
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("that this version cannot read")) {
                return Optional.of("not of this version");
            }
            throw e;
        }
        try (StoreSpool again = StoreSpool.open(own, SETTINGS)) {
            if (again.next() != next
                    || !again.epoch().equals(epoch)
                    || again.recovery().findWarning().isPresent()) {
                throw new IllegalStateException("opened again it is another: " + again.recovery());
            }
        }
        return warning;
    }

    @Provide
    Arbitrary<byte[]> someSegments() {
        return segments.inputs();
    }

    @Provide
    Arbitrary<byte[]> someSpools() {
        return spools.inputs();
    }

    @Property(tries = 3_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anySegment_isReadOrRefused(@ForAll("someSegments") byte[] input) {
        segments.judge(input);
    }

    @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anySpool_isOpenedAndSoundAfterThat(@ForAll("someSpools") byte[] input) {
        spools.judge(input);
    }

    @Example
    void longRun_ifAskedFor() {
        segments.runIfAsked(0.03);
        spools.runIfAsked(0.001);
    }
}
