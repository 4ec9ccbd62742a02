package dev.footfall.jobs.lineprotocol;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of sorted lines at one of them; ordered by the bytes of this line. */
final class SortedRun implements Comparable<SortedRun>, Closeable {
    private final Path file;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    /** The line, its end included. */
    private int begin;

    private int end;

    /** Opens a file before its first line. */
    SortedRun(Path file) throws IOException {
        this.file = file;
        this.in = Files.newInputStream(file);
    }

    /** Goes to the next line; answers whether there is one. */
    boolean next() throws IOException {
        begin = end;
        for (int at = begin; ; at++) {
            if (at == filled) {
                at -= begin;
                if (!fill()) {
                    return false;
                }
            }
            if (buffer[at] == '\n') {
                end = at + 1;
                return true;
            }
        }
    }

    /** Reads on behind the line that has begun, which moves to the front. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, filled - begin);
        filled -= begin;
        begin = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0 && filled > 0) {
            throw new IOException(file + " ends inside a line");
        }
        filled += Math.max(0, read);
        return read >= 0;
    }

    /** Writes the line and its end. */
    void writeTo(OutputStream out) throws IOException {
        out.write(buffer, begin, end - begin);
    }

    @Override
    public int compareTo(SortedRun other) {
        return Arrays.compareUnsigned(buffer, begin, end - 1, other.buffer, other.begin, other.end - 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
