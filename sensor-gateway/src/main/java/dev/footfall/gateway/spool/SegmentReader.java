package dev.footfall.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads frames back; keeps the segment open that it read last, since frames are mostly read one after the other. */
final class SegmentReader implements Closeable {
    private @Nullable FileChannel channel;
    private @Nullable Segment segment;

    /** The bytes of a frame; throws when they are not those that were written. */
    byte[] read(Segment from, long seq) throws IOException {
        FileChannel in = channelOf(from);
        int place = from.place(seq);
        ByteBuffer bytes = ByteBuffer.allocate(JournalRecord.HEAD_BYTES + Long.BYTES + from.length(seq));
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = in.read(bytes, (long) place + bytes.position());
        }
        JournalRecord record = JournalRecord.read(bytes.flip(), 0);
        if (record == null
                || record.type() != JournalRecord.FRAME
                || record.payload().getLong(0) != seq) {
            throw new IOException(from.file() + ": frame " + seq + " cannot be read at byte " + place);
        }
        byte[] frame = new byte[from.length(seq)];
        record.payload().get(Long.BYTES, frame);
        return frame;
    }

    /** Closes that segment if it is the open one. */
    void forget(Segment deleted) throws IOException {
        if (deleted == segment) {
            close();
        }
    }

    private FileChannel channelOf(Segment wanted) throws IOException {
        FileChannel open = channel;
        if (open == null || wanted != segment) {
            close();
            open = FileChannel.open(wanted.file(), StandardOpenOption.READ);
            channel = open;
            segment = wanted;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        segment = null;
        if (open != null) {
            open.close();
        }
    }
}
