package dev.footfall.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight decimal digits at a place, read as one number: pairs, then pairs of pairs, then both halves are put together by a multiplication each. */
final class EightDigits {
    static final int LENGTH = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long HIGH_HALVES = 0xF0F0_F0F0_F0F0_F0F0L;
    /** Brings what is above 9 into the high half of its byte. */
    private static final long SIXES = 0x0606_0606_0606_0606L;

    private EightDigits() {}

    /** Whether there are eight digits or more. */
    static boolean areAt(byte[] text, int at) {
        if (at + LENGTH > text.length) {
            return false;
        }
        long bytes = (long) LONG.get(text, at);
        return (bytes & HIGH_HALVES) == ZEROS && ((bytes + SIXES) & HIGH_HALVES) == ZEROS;
    }

    /** Their value. */
    static long valueAt(byte[] text, int at) {
        long digits = (long) LONG.get(text, at) - ZEROS; // the first is the lowest byte
        long pairs = 10 * digits + (digits >>> 8); // in every second byte
        long first = (pairs & 0x0000_00FF_0000_00FFL) * (100 + (1_000_000L << 32));
        long second = ((pairs >>> 16) & 0x0000_00FF_0000_00FFL) * (1 + (10_000L << 32));
        return (first + second) >>> 32;
    }
}
