package dev.footfall.jobs.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A complete file of the archive, read from its beginning. */
final class ArchiveFile implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int SMALL_BUFFER = 1 << 12;
    private static final int LARGEST_RECORD = 1 << 24;

    private final Path file;
    private final DataInputStream in;
    private long position;

    ArchiveFile(Path file) throws IOException {
        this(file, 0, BUFFER);
    }

    private ArchiveFile(Path file, long position, int buffer) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        this.file = file;
        this.position = position;
        this.in = new DataInputStream(new BufferedInputStream(bytes, buffer));
        bytes.skipNBytes(position);
    }

    /** The record that begins at a byte of a file. */
    static ArchiveRecord read(Path file, long position) throws IOException {
        try (ArchiveFile opened = new ArchiveFile(file, position, SMALL_BUFFER)) {
            ArchiveRecord record = opened.next();
            if (record == null) {
                throw new IOException(file + " is damaged: it ends at byte " + position);
            }
            return record;
        }
    }

    /** Where the next record begins. */
    long position() {
        return position;
    }

    /**
     * The next record; null at the end.
     *
     * @throws IOException when there is something else; says in which file and at which byte
     */
    @Nullable
    ArchiveRecord next() throws IOException {
        byte[] head = in.readNBytes(ArchiveCoding.HEAD_BYTES);
        if (head.length == 0) {
            return null;
        }
        try {
            int length = ArchiveCoding.length(head);
            if (length < 1 || length > LARGEST_RECORD) {
                throw new IOException("a record of " + length + " bytes");
            }
            ArchiveRecord record = ArchiveCoding.decode(head, in.readNBytes(length));
            position += head.length + length;
            return record;
        } catch (IOException e) {
            throw new IOException(file + " is damaged at byte " + position + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
