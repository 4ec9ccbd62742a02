package dev.footfall.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Decimal digits at a place, eight at a time as one number, the first the lowest byte. Where they end and what they are worth takes no loop, which the processor would guess
 * wrong again and again, because numbers are of this length and that.
 */
final class EightDigits {
    static final int LENGTH = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;
    /** Brings what is above 9 to the highest bit of its byte. */
    private static final long TO_THE_TOP = 0x7676_7676_7676_7676L;

    private EightDigits() {}

    /** Eight characters, digits as numbers from 0 to 9; there must be as many. */
    static long at(byte[] text, int at) {
        return (long) LONG.get(text, at) ^ ZEROS;
    }

    /** Marks all that is no digit, by the highest bit of its byte. */
    static long others(long eight) {
        return (((eight & LOW_BITS) + TO_THE_TOP) | eight) & ~LOW_BITS;
    }

    /** How many bytes are below the first mark, 8 if there is none. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }

    /** The number that the first digits make, one to eight of them: pairs, then pairs of pairs, then both halves are put together by a multiplication each. */
    static long value(long eight, int count) {
        long digits = eight << (Byte.SIZE * (LENGTH - count)); // zeros before them
        long pairs = 10 * digits + (digits >>> 8); // in every second byte
        long first = (pairs & 0x0000_00FF_0000_00FFL) * (100 + (1_000_000L << 32));
        long second = ((pairs >>> 16) & 0x0000_00FF_0000_00FFL) * (1 + (10_000L << 32));
        return (first + second) >>> 32;
    }
}
