package dev.footfall.gateway.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a folder of segments holds, found by reading all of it. */
final class SpoolFolder {
    private final Path folder;
    private final List<Segment> segments = new ArrayList<>();
    private final List<byte[]> pending = new ArrayList<>();
    private @Nullable String epoch;
    private long next;
    private long bytes;
    private int goodBytes;
    private long cutBytes;

    private SpoolFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads a folder; one without segments is empty. Throws {@link DamagedSpoolException} when more is missing than a torn end. */
    static SpoolFolder read(Path folder) throws IOException {
        SpoolFolder found = new SpoolFolder(folder);
        List<Path> files = files(folder);
        for (int i = 0; i < files.size(); i++) {
            found.read(files.get(i), i == files.size() - 1);
        }
        return found;
    }

    /** The segments of a folder in the order of their numbers. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Segment.findFirst(file).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private void read(Path file, boolean last) throws IOException {
        SegmentBytes from = SegmentBytes.read(file);
        SegmentHeader header = from.header();
        if (header == null) {
            throw new DamagedSpoolException(file + ": its beginning cannot be read");
        }
        if (epoch == null) {
            epoch = header.epoch();
            next = header.first();
        }
        Segment segment = new Segment(folder, header.first());
        if (!segment.file().equals(file) || !header.epoch().equals(epoch) || header.first() != next) {
            throw new DamagedSpoolException(file + ": it begins with frame " + header.first() + " of " + header.epoch()
                    + ", expected was " + next + " of " + epoch);
        }
        segments.add(segment);
        readRecords(segment, from);
        if (!from.atEnd() && (!last || from.isSyncedBehind())) {
            throw new DamagedSpoolException(file + ": damaged at byte " + from.position());
        }
        goodBytes = from.position();
        cutBytes = (long) from.size() - goodBytes;
        bytes += goodBytes;
    }

    private void readRecords(Segment segment, SegmentBytes from) throws DamagedSpoolException {
        int place = from.position();
        for (JournalRecord record = from.next(); record != null; record = from.next()) {
            switch (record.type()) {
                case JournalRecord.EVENTS -> {
                    pending.add(record.copy());
                    segment.addEvents();
                }
                case JournalRecord.FRAME -> {
                    if (record.payload().getLong(0) != next) {
                        throw new DamagedSpoolException(segment.file() + ": frame "
                                + record.payload().getLong(0) + " at byte " + place + ", expected was " + next);
                    }
                    segment.addFrame(place, record.payload().limit() - Long.BYTES);
                    next++;
                    pending.clear();
                }
                default -> {}
            }
            place = from.position();
        }
    }

    /** The name of the spool; null when the folder is empty. */
    @Nullable
    String epoch() {
        return epoch;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Rows that are in no frame, in order of arrival. */
    List<byte[]> pending() {
        return pending;
    }

    /** All that is good in all segments. */
    long bytes() {
        return bytes;
    }

    /** How much of the last segment is good. */
    int goodBytes() {
        return goodBytes;
    }

    /** The same for who opened it. */
    SpoolRecovery recovery() {
        long frames = segments.isEmpty() ? 0 : next - segments.get(0).first();
        return new SpoolRecovery(frames, cutBytes, null, null, 0, 0);
    }
}
