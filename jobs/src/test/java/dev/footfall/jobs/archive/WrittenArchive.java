package dev.footfall.jobs.archive;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.geofences.StorePack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** An archive of the store {@code shop}, as a job would have written it. */
final class WrittenArchive {
    private final Path folder;
    private final StorePack pack;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;
    private long clockMillis = Long.MIN_VALUE;

    WrittenArchive(Path folder, StorePack pack) {
        this.folder = folder;
        this.pack = pack;
    }

    /** Takes a frame, judged by the pack given at first; ticks are not archived. */
    WrittenArchive frame(byte[] frame) throws IOException, MalformedFrameException {
        if (FrameCodec.header(frame) instanceof FrameHeader header) {
            FrameSpans spans = FrameSpans.of(FrameCodec.decode(frame), clockMillis);
            write(spans, LayoutShapes.of(pack, spans.events()), frame);
            clock(header.watermarkMillis());
        }
        return this;
    }

    /** Moves the store's clock on. */
    WrittenArchive clock(long millis) {
        clockMillis = Math.max(clockMillis, millis);
        return this;
    }

    /** Marks the store's clock. */
    WrittenArchive mark(long millis) throws IOException {
        clock(millis);
        write(FrameSpans.NONE, "", new byte[0]);
        return this;
    }

    /** Leaves a number out, of a record in a file that is not complete. */
    WrittenArchive missing() {
        number++;
        return this;
    }

    private void write(FrameSpans spans, String layouts, byte[] frame) throws IOException {
        bytes.write(ArchiveCoding.encode(new ArchiveRecord(
                "shop", 1, number++, clockMillis, 0, 0, spans.events(), spans.late(), 1, 0, layouts, frame)));
    }

    /** What a reader finds. */
    StoreArchive read() throws IOException {
        Path hour = Files.createDirectories(folder.resolve("lane-00").resolve("2026-05-04T10"));
        Files.write(hour.resolve("part-0.archive"), bytes.toByteArray());
        return Objects.requireNonNull(
                StoreArchive.of(new Archive(folder), "shop"::equals).get("shop"));
    }
}
