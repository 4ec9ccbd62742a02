package dev.footfall.simulator.sensors;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON of plain ASCII as fast as it goes. */
public final class JsonBytes {
    private static final int FIRST_BYTES = 256;
    private static final int LONGEST_NUMBER = 24;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    /** Text as it is, which must be ASCII and need no escape. */
    public JsonBytes raw(String text) {
        room(text.length());
        for (int n = 0; n < text.length(); n++) {
            bytes[length++] = (byte) text.charAt(n);
        }
        return this;
    }

    /** Bytes as they are. */
    public JsonBytes raw(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /** A whole number. */
    public JsonBytes whole(long value) {
        room(LONGEST_NUMBER);
        long rest = value;
        if (rest < 0) {
            bytes[length++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (long above = rest / 10; above > 0; above /= 10) {
            digits++;
        }
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** A number of thousandths: 1234 is 1.234. */
    public JsonBytes thousandths(long value) {
        if (value < 0) {
            raw("-");
        }
        long positive = Math.abs(value);
        whole(positive / 1000);
        int rest = (int) (positive % 1000);
        bytes[length++] = '.';
        bytes[length++] = (byte) ('0' + rest / 100);
        bytes[length++] = (byte) ('0' + rest / 10 % 10);
        bytes[length++] = (byte) ('0' + rest % 10);
        return this;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Begins anew. */
    public JsonBytes clear() {
        length = 0;
        return this;
    }

    private void room(int more) {
        int needed = length + more + LONGEST_NUMBER;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
