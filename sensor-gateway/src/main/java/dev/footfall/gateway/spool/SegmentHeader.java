package dev.footfall.gateway.spool;

import dev.footfall.events.Identifiers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a segment: four letters, then a record {@link JournalRecord#BEGIN}.
 *
 * @param first the number of the first frame that can be in it
 */
record SegmentHeader(String epoch, long first) {
    private static final byte[] MAGIC = "FFSP".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int NAME_AT = 1 + Long.BYTES;

    SegmentHeader {
        Identifiers.check("epoch", epoch);
    }

    /** The size of the header as bytes. */
    int bytes() {
        return MAGIC.length + JournalRecord.HEAD_BYTES + NAME_AT + epoch.length();
    }

    ByteBuffer written() {
        ByteBuffer payload = ByteBuffer.allocate(NAME_AT + epoch.length())
                .put(VERSION)
                .putLong(first)
                .put(epoch.getBytes(StandardCharsets.US_ASCII))
                .flip();
        return ByteBuffer.allocate(bytes())
                .put(MAGIC)
                .put(JournalRecord.written(JournalRecord.BEGIN, payload))
                .flip();
    }

    /** What the bytes of a segment begin with; null when it cannot be read. */
    static @Nullable SegmentHeader read(ByteBuffer segment) {
        if (segment.limit() < MAGIC.length || !segment.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            return null;
        }
        JournalRecord begin = JournalRecord.read(segment, MAGIC.length);
        if (begin == null
                || begin.type() != JournalRecord.BEGIN
                || begin.payload().limit() <= NAME_AT
                || begin.payload().get(0) != VERSION) {
            return null;
        }
        String epoch = new String(begin.copy(), NAME_AT, begin.payload().limit() - NAME_AT, StandardCharsets.US_ASCII);
        return Identifiers.isValid(epoch)
                ? new SegmentHeader(epoch, begin.payload().getLong(1))
                : null;
    }
}
