package dev.footfall.jobs.framelog;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.jobs.StoreFrame;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads one file that {@link FrameLogWriter} wrote, from some frame on. Damage is told with where it is, and nothing is read after it. */
final class FrameLog implements Closeable {
    private static final int LARGEST_FRAME = 1 << 24;
    private static final int BUFFER = 1 << 16;
    private static final int HEAD_BYTES = 8;

    private final DataInputStream in;
    private long position;

    /** Reads on from a stream that stands at a frame, so many bytes from the beginning of its file. */
    FrameLog(InputStream in, long position) {
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
        this.position = position;
    }

    /** Where the next frame begins. */
    long position() {
        return position;
    }

    /** The next frame; null at the end. */
    @Nullable
    StoreFrame read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        try {
            int length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            if (length < 0 || length > LARGEST_FRAME) {
                throw new IOException("frame log damaged at byte " + position + ": a frame of " + length + " bytes");
            }
            int expected = in.readInt();
            byte[] bytes = in.readNBytes(length);
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            if (bytes.length < length || (int) crc.getValue() != expected) {
                throw new IOException("frame log damaged at byte " + position + ": the checksum does not fit");
            }
            String store = FrameCodec.header(bytes).store();
            position += HEAD_BYTES + length;
            return new StoreFrame(store, bytes);
        } catch (EOFException e) {
            throw new IOException("frame log damaged at byte " + position + ": it ends inside a frame", e);
        } catch (MalformedFrameException e) {
            throw new IOException("frame log holds an unreadable frame at byte " + position, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
