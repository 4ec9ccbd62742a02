package dev.footfall.gateway.spool;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One record of a segment: {@code length u32, CRC-32C u32 of type and payload, type u8, payload}; numbers highest byte first.
 *
 * @param payload its bytes, a view of the segment
 */
record JournalRecord(byte type, ByteBuffer payload) {
    /** The first record of a segment: version u8, number of the next frame u64, epoch. */
    static final byte BEGIN = 1;
    /** Rows that were taken, as an encoded frame. */
    static final byte EVENTS = 2;
    /** A frame: its number u64, then its bytes. It holds all rows since the frame before. */
    static final byte FRAME = 3;
    /** Empty: all before it was on the disk when it was written. */
    static final byte SYNCED = 4;

    static final int HEAD_BYTES = 2 * Integer.BYTES + 1;
    static final int MAX_PAYLOAD_BYTES = 16 << 20;

    /** The record that begins at that place; null when none does. Allocates nothing by what the bytes claim. */
    static @Nullable JournalRecord read(ByteBuffer bytes, int at) {
        if (bytes.limit() - at < HEAD_BYTES) {
            return null;
        }
        int length = bytes.getInt(at);
        byte type = bytes.get(at + 2 * Integer.BYTES);
        int least = type == FRAME ? Long.BYTES : 0;
        if (type < BEGIN || type > SYNCED || length < least || length > bytes.limit() - at - HEAD_BYTES) {
            return null;
        }
        ByteBuffer payload = bytes.slice(at + HEAD_BYTES, length);
        return bytes.getInt(at + Integer.BYTES) == checksum(type, payload) ? new JournalRecord(type, payload) : null;
    }

    /** A record as bytes, ready to be read. */
    static ByteBuffer written(byte type, ByteBuffer payload) {
        ByteBuffer record = ByteBuffer.allocate(HEAD_BYTES + payload.remaining());
        record.putInt(payload.remaining());
        record.putInt(checksum(type, payload));
        record.put(type);
        record.put(payload.duplicate());
        return record.flip();
    }

    /** The payload as bytes of their own. */
    byte[] copy() {
        byte[] copy = new byte[payload.remaining()];
        payload.duplicate().get(copy);
        return copy;
    }

    private static int checksum(byte type, ByteBuffer payload) {
        CRC32C crc = new CRC32C();
        crc.update(type);
        crc.update(payload.duplicate());
        return (int) crc.getValue();
    }
}
