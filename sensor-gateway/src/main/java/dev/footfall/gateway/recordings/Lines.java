package dev.footfall.gateway.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as slices of one buffer, valid until the next is asked for.
 *
 * <p>Of a line longer than the limit only the beginning is kept; the rest is read and left.
 */
final class Lines {
    private final InputStream in;
    private final int maxLength;
    private byte[] buffer = new byte[64 * 1024];

    /** The current line; without its newline. */
    private int start;

    private int length;
    private long cutOff;

    /** What has been read and not yet looked at: from {@code next} to {@code filled}. */
    private int next;

    private int filled;
    private boolean atEnd;

    Lines(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /** Moves to the next line; false at the end. When it throws, {@link #pending} is what had been read of it. */
    boolean next() throws IOException {
        start = next;
        cutOff = 0;
        int seen = next;
        while (true) {
            for (int i = seen; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return endAt(i, i + 1);
                }
            }
            if (atEnd) {
                return filled > start && endAt(filled, filled);
            }
            if (filled - start > maxLength) {
                cutOff += filled - start - maxLength;
                filled = start + maxLength;
            }
            makeRoom();
            seen = filled;
            fill();
        }
    }

    private boolean endAt(int end, int nextStart) {
        length = Math.min(end - start, maxLength);
        cutOff += end - start - length;
        next = nextStart;
        return true;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** How many bytes the line had beyond what was kept; 0 for a whole line. */
    long cutOff() {
        return cutOff;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(buffer, start + from, start + to);
    }

    byte[] pending() {
        return Arrays.copyOfRange(buffer, start, filled);
    }

    /** Moves the current line to the front, or makes the buffer larger. */
    private void makeRoom() {
        if (filled < buffer.length) {
            return;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        } else {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    private void fill() throws IOException {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            atEnd = true;
        } else {
            filled += read;
        }
    }
}
