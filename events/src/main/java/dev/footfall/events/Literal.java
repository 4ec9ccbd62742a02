package dev.footfall.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A few bytes of ASCII, sixteen at most, to be found at a place by one comparison or two.
 *
 * @param bits the first eight as a number, the first the lowest; 0 where there are no more
 * @param mask which bits of the number count
 * @param lastBits the last eight, of more than eight
 * @param bytes all of them
 */
@SuppressWarnings(
        "ArrayRecordComponent") // a record, because its fields are constants to the compiler; nobody compares them
record Literal(long bits, long mask, long lastBits, byte[] bytes) {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static Literal of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > 2 * Long.BYTES) {
            throw new IllegalArgumentException("text " + text + " must have 16 bytes at most");
        }
        long bits = 0;
        long mask = 0;
        for (int i = Math.min(bytes.length, Long.BYTES) - 1; i >= 0; i--) {
            bits = (bits << Byte.SIZE) | bytes[i];
            mask = (mask << Byte.SIZE) | 0xFF;
        }
        return new Literal(bits, mask, bytes.length > Long.BYTES ? last(bytes, bytes.length) : 0, bytes);
    }

    private static long last(byte[] text, int end) {
        return (long) LONG.get(text, end - Long.BYTES);
    }

    int length() {
        return bytes.length;
    }

    /** Whether it stands there. */
    boolean isAt(byte[] text, int at) {
        if (at + Math.max(bytes.length, Long.BYTES) > text.length) {
            return isNearTheEnd(text, at);
        }
        return ((long) LONG.get(text, at) & mask) == bits
                && (bytes.length <= Long.BYTES || last(text, at + bytes.length) == lastBits);
    }

    private boolean isNearTheEnd(byte[] text, int at) {
        if (at + bytes.length > text.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (text[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
