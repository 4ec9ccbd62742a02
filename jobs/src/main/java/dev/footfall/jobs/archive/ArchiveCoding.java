package dev.footfall.jobs.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** A record as bytes: length (4), CRC-32C (4), and so many bytes: version, what was found out, frame. */
final class ArchiveCoding {
    private static final int VERSION = 1;
    static final int HEAD_BYTES = 2 * Integer.BYTES;

    private ArchiveCoding() {}

    static byte[] encode(ArchiveRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.frame().length + 256);
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[HEAD_BYTES]);
        out.writeByte(VERSION);
        out.writeUTF(record.store());
        out.writeLong(record.sinceMillis());
        out.writeLong(record.number());
        out.writeLong(record.clockMillis());
        out.writeLong(record.arrivalMillis());
        out.writeLong(record.filedMillis());
        write(record.events(), out);
        write(record.late(), out);
        out.writeLong(record.lateEvents());
        out.writeLong(record.duplicates());
        out.writeUTF(record.layouts());
        out.write(record.frame());
        byte[] encoded = bytes.toByteArray();
        ByteBuffer.wrap(encoded).putInt(encoded.length - HEAD_BYTES).putInt(checksum(encoded, HEAD_BYTES));
        return encoded;
    }

    private static void write(Span span, DataOutputStream out) throws IOException {
        out.writeLong(span.firstMillis());
        out.writeLong(span.lastMillis());
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }

    /** How many bytes follow that head. */
    static int length(byte[] head) throws IOException {
        if (head.length < HEAD_BYTES) {
            throw new IOException("it ends inside a record");
        }
        return ByteBuffer.wrap(head).getInt();
    }

    /**
     * Reads a record.
     *
     * @throws IOException when the bytes are no whole record; the message says what is wrong, not where
     */
    static ArchiveRecord decode(byte[] head, byte[] bytes) throws IOException {
        if (bytes.length < length(head)) {
            throw new IOException("it ends inside a record");
        }
        if (checksum(bytes, 0) != ByteBuffer.wrap(head).getInt(Integer.BYTES)) {
            throw new IOException("the checksum does not fit");
        }
        return decode(bytes);
    }

    private static ArchiveRecord decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("a record of version " + version + "; this build reads version " + VERSION);
        }
        return new ArchiveRecord(
                in.readUTF(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                readSpan(in),
                readSpan(in),
                in.readLong(),
                in.readLong(),
                in.readUTF(),
                in.readAllBytes());
    }

    private static Span readSpan(DataInputStream in) throws IOException {
        return new Span(in.readLong(), in.readLong());
    }
}
