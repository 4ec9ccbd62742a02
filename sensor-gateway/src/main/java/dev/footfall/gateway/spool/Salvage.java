package dev.footfall.gateway.spool;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.SensorEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a new spool of what can be read in a damaged one, which it sets aside.
 *
 * <p>Every readable frame is written anew, under the next number of the new epoch. Rows are in the frame that follows them,
 * unless something is lost in between, and with it a number: then they may have been in the frame that was lost, so they
 * become a frame of their own, some perhaps for the second time. At the end nothing is pending. The new spool takes its place by its last step, a
 * change of names; whatever was broken off before it is begun anew.
 */
final class Salvage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int GROUP_BYTES = 1 << 20;

    private final StoreSpool saved;
    private final FrameBuilder builder = new FrameBuilder();
    /** Rows since the last frame; of these, so many lie before something that was lost. */
    private final List<byte[]> rows = new ArrayList<>();

    private int doubtful;
    private long expected;
    private int grouped;
    private long lostBytes;

    private Salvage(StoreSpool saved) {
        this.saved = saved;
    }

    /** Ends a salvage that was broken off between its last two steps; forgets one that was broken off before. */
    static void finish(Path folder) throws IOException {
        Path unfinished = besides(folder, "salvaged");
        if (Files.exists(folder)) {
            Disk.deleteTree(unfinished);
        } else if (Files.exists(unfinished)) {
            Disk.move(unfinished, folder);
        }
    }

    static SpoolRecovery of(Path folder, SpoolSettings settings, DamagedSpoolException damage) throws IOException {
        Path unfinished = besides(folder, "salvaged");
        Path setAside = besides(folder, "damaged-" + TIME.format(Instant.now()));
        SpoolRecovery recovery;
        try (StoreSpool saved = StoreSpool.create(unfinished, settings)) {
            Salvage salvage = new Salvage(saved);
            salvage.readAll(SpoolFolder.files(folder));
            recovery = new SpoolRecovery(
                    saved.next(), 0, String.valueOf(damage.getMessage()), setAside, saved.next(), salvage.lostBytes);
        }
        Disk.move(folder, setAside);
        Disk.move(unfinished, folder);
        return recovery;
    }

    private static Path besides(Path folder, String extension) {
        return folder.resolveSibling(folder.getFileName() + "." + extension);
    }

    private void readAll(List<Path> files) throws IOException {
        expected = files.isEmpty() ? 0 : Segment.findFirst(files.get(0)).orElseThrow();
        for (Path file : files) {
            doubtful = Segment.findFirst(file).orElseThrow() == expected ? doubtful : rows.size();
            SegmentBytes from = SegmentBytes.read(file);
            while (!from.atEnd()) {
                JournalRecord record = from.next();
                if (record == null) {
                    lostBytes += from.skipToRecord();
                    doubtful = rows.size();
                } else {
                    take(record);
                }
            }
        }
        save(rows);
        saved.commit();
    }

    private void take(JournalRecord record) throws IOException {
        if (record.type() == JournalRecord.EVENTS) {
            rows.add(record.copy());
        } else if (record.type() == JournalRecord.FRAME) {
            ByteBuffer payload = record.payload();
            long seq = payload.getLong(0);
            if (seq != expected) {
                save(rows.subList(0, doubtful));
            }
            rows.clear();
            doubtful = 0;
            expected = seq + 1;
            Frame frame = decode(
                    new JournalRecord(record.type(), payload.slice(Long.BYTES, payload.limit() - Long.BYTES)).copy());
            save(frame, frame.header().watermarkMillis());
        }
    }

    /** Rows that may come late in this place promise nothing. */
    private void save(List<byte[]> late) throws IOException {
        for (byte[] each : late) {
            save(decode(each), SensorEvent.EARLIEST_MILLIS);
        }
    }

    private void save(Frame frame, long watermarkMillis) throws IOException {
        builder.add(frame);
        FrameHeader old = frame.header();
        byte[] bytes = builder.encode(new FrameHeader(
                old.store(), old.gateway(), saved.epoch(), saved.next(), saved.oldest(), watermarkMillis));
        saved.appendFrame(bytes);
        grouped += bytes.length;
        if (grouped > GROUP_BYTES) {
            saved.commit();
            grouped = 0;
        }
    }

    /** A record with the right checksum holds what was appended; that it is no frame means another version wrote it. */
    private static Frame decode(byte[] bytes) throws IOException {
        try {
            return FrameCodec.decode(bytes);
        } catch (MalformedFrameException e) {
            throw new IOException(
                    "the damaged spool holds a frame that this version cannot read: " + e.getMessage(), e);
        }
    }
}
