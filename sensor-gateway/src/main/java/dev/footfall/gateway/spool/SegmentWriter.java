package dev.footfall.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Appends to a segment, group by group: nothing is written before {@link #commit}, which makes all of it durable by one call. */
final class SegmentWriter implements Closeable {
    private static final int KEPT_BYTES = 1 << 20;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final FileChannel channel;
    private int written;
    private byte[] group = new byte[64 * 1024];
    private int grouped;

    private SegmentWriter(FileChannel channel, int written) {
        this.channel = channel;
        this.written = written;
    }

    /** Opens a segment of which the first {@code size} bytes are good; the others are cut off, and these made durable. */
    static SegmentWriter open(Path file, int size) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            channel.truncate(size);
            channel.position(size);
            channel.force(true);
            return new SegmentWriter(channel, size);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Adds a record to the group; returns its place in the file. */
    int append(byte type, ByteBuffer payload) {
        if (grouped == 0) {
            add(JournalRecord.written(JournalRecord.SYNCED, NOTHING));
        }
        int place = size();
        add(JournalRecord.written(type, payload));
        return place;
    }

    private void add(ByteBuffer record) {
        int length = record.remaining();
        if (group.length - grouped < length) {
            group = Arrays.copyOf(group, Math.max(2 * group.length, grouped + length));
        }
        record.get(group, grouped, length);
        grouped += length;
    }

    /** The size of the file when the group has been written. */
    int size() {
        return written + grouped;
    }

    boolean hasGroup() {
        return grouped > 0;
    }

    void commit() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(group, 0, grouped);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
        written += grouped;
        grouped = 0;
        if (group.length > KEPT_BYTES) {
            group = new byte[KEPT_BYTES];
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
