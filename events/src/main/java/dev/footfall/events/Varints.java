package dev.footfall.events;

import java.util.Arrays;

/**
 * Lists of integers as bytes: each zig-zagged (0, -1, 1, -2, … become 0, 1, 2, 3, …), then written in groups of seven bits,
 * the lowest first, with the high bit set on all but the last.
 */
final class Varints {
    private static final int MAX_BYTES = 10;

    private Varints() {}

    /** How many bytes a value takes. */
    static int length(long value) {
        return (Long.SIZE - 1 - Long.numberOfLeadingZeros(zigzag(value) | 1)) / 7 + 1;
    }

    /** Writes a value at that offset and returns the offset after it. */
    static int write(long value, byte[] bytes, int offset) {
        int at = offset;
        long rest = zigzag(value);
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }

    /** The values of a list; throws {@link IllegalArgumentException} if the last does not end or one is too long. */
    static long[] readAll(byte[] bytes) {
        return readAll(bytes, 0, bytes.length);
    }

    /** The same of some bytes among others. */
    static long[] readAll(byte[] bytes, int from, int to) {
        long[] values = new long[count(bytes, from, to)];
        int at = from;
        for (int i = 0; i < values.length; i++) {
            long single = bytes[at];
            if (single >= 0) {
                values[i] = (single >>> 1) ^ -(single & 1);
                at++;
                continue;
            }
            long value = 0;
            int start = at;
            byte next;
            do {
                if (at - start == MAX_BYTES) {
                    throw new IllegalArgumentException("an integer of more than 64 bits");
                }
                next = bytes[at];
                value |= (next & 0x7FL) << (7 * (at - start));
                at++;
            } while (next < 0);
            values[i] = (value >>> 1) ^ -(value & 1);
        }
        return values;
    }

    private static int count(byte[] bytes, int from, int to) {
        if (to > from && bytes[to - 1] < 0) {
            throw new IllegalArgumentException("an integer that does not end");
        }
        int count = 0;
        for (int i = from; i < to; i++) {
            count += (bytes[i] >>> 7 & 1) ^ 1;
        }
        return count;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    /** A buffer that grows. */
    static final class Buffer {
        private byte[] bytes = new byte[1024];
        private int length;

        void add(long value) {
            if (length + MAX_BYTES > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            length = write(value, bytes, length);
        }

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }

        void clear() {
            length = 0;
        }
    }
}
