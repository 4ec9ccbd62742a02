package dev.footfall.jobs.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers of at least zero in as few bytes as they need, seven bits each: states are full of small ones. */
public final class Varints {
    private static final int BITS = 7;
    private static final int MASK = (1 << BITS) - 1;
    private static final int MORE = 1 << BITS;

    private Varints() {}

    /** Writes a number; one below zero takes ten bytes. */
    public static void write(DataOutput out, long value) throws IOException {
        long rest = value;
        while ((rest & ~MASK) != 0) {
            out.writeByte(((int) rest & MASK) | MORE);
            rest >>>= BITS;
        }
        out.writeByte((int) rest);
    }

    /** Reads back what {@link #write} wrote. */
    public static long read(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += BITS) {
            if (shift >= Long.SIZE) {
                throw new IOException("a number of more than " + Long.SIZE + " bits in a state");
            }
            int next = in.readUnsignedByte();
            value |= (long) (next & MASK) << shift;
            if (next < MORE) {
                return value;
            }
        }
    }

    /** Writes a number near zero on either side. */
    public static void writeSigned(DataOutput out, long value) throws IOException {
        write(out, (value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    /** Reads back what {@link #writeSigned} wrote. */
    public static long readSigned(DataInput in) throws IOException {
        long written = read(in);
        return (written >>> 1) ^ -(written & 1);
    }

    /** Reads a number that was an int when it was written. */
    public static int readInt(DataInput in) throws IOException {
        return Math.toIntExact(read(in));
    }
}
