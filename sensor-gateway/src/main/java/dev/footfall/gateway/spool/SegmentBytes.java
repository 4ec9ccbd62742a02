package dev.footfall.gateway.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of a segment, read record by record. */
final class SegmentBytes {
    private static final ByteBuffer SYNCED = JournalRecord.written(JournalRecord.SYNCED, ByteBuffer.allocate(0));

    private final ByteBuffer bytes;
    private final @Nullable SegmentHeader header;
    private int position;

    private SegmentBytes(ByteBuffer bytes) {
        this.bytes = bytes;
        this.header = SegmentHeader.read(bytes);
        this.position = header == null ? 0 : header.bytes();
    }

    static SegmentBytes read(Path file) throws IOException {
        return new SegmentBytes(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    /** What it begins with; null when that cannot be read. */
    @Nullable
    SegmentHeader header() {
        return header;
    }

    /** The record at the position, which moves behind it; null where none begins. */
    @Nullable
    JournalRecord next() {
        JournalRecord record = JournalRecord.read(bytes, position);
        if (record != null) {
            position += JournalRecord.HEAD_BYTES + record.payload().limit();
        }
        return record;
    }

    int position() {
        return position;
    }

    int size() {
        return bytes.limit();
    }

    boolean atEnd() {
        return position == bytes.limit();
    }

    /** Moves to the next place where a record begins, or to the end; returns how many bytes it passed over. */
    int skipToRecord() {
        int from = position;
        while (!atEnd() && JournalRecord.read(bytes, position) == null) {
            position++;
        }
        return position - from;
    }

    /** Whether something behind the position says that all before it had safely been written. */
    boolean isSyncedBehind() {
        for (int at = position; at <= bytes.limit() - SYNCED.limit(); at++) {
            if (bytes.slice(at, SYNCED.limit()).equals(SYNCED)) {
                return true;
            }
        }
        return false;
    }
}
