package dev.footfall.jobs.points;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that is put together piece by piece, as bytes in UTF-8: nearly all of a line is ASCII and digits, which are written straight. */
final class LineText {
    private static final int FIRST_CAPACITY = 256;
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int MOST_DIGITS = 20;
    private static final int TEN = 10;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void expect(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    LineText append(String text) {
        int size = text.length();
        expect(size);
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= FIRST_BEYOND_ASCII) {
                return append(text.substring(i).getBytes(StandardCharsets.UTF_8), i);
            }
            bytes[length + i] = (byte) c;
        }
        length += size;
        return this;
    }

    /** Adds bytes after some of which there is only the place kept. */
    private LineText append(byte[] rest, int before) {
        length += before;
        return append(rest);
    }

    LineText append(byte[] text) {
        expect(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /** Adds one character of ASCII. */
    LineText append(char ascii) {
        expect(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    LineText append(long number) {
        if (number < 0) {
            return append(Long.toString(number));
        }
        int digits = 1;
        for (long rest = number / TEN; rest > 0; rest /= TEN) {
            digits++;
        }
        return digits(number, digits);
    }

    /** Adds a number that is not negative in so many digits, with zeros before it. */
    LineText digits(long number, int digits) {
        expect(MOST_DIGITS);
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        }
        length += digits;
        return this;
    }

    /** Takes away zeros at the end. */
    void trimZeros() {
        while (bytes[length - 1] == '0') {
            length--;
        }
    }

    char last() {
        return (char) bytes[length - 1];
    }

    /** What was added from a place on. */
    byte[] from(int begin) {
        return Arrays.copyOfRange(bytes, begin, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
