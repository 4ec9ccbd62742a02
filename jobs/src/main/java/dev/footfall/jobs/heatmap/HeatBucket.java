package dev.footfall.jobs.heatmap;

import dev.footfall.jobs.windows.Bucket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The heat of one window: time and distinct visits per slot of {@link WalkedCells}. */
final class HeatBucket implements Bucket {
    private static final int WORD_BITS = 6;

    private long[] micros = new long[1 << WORD_BITS];
    private int[] visits = new int[1 << WORD_BITS];
    private long[] dirty = new long[1];
    private int size;

    void add(int slot, long addedMicros, int addedVisits) {
        if (slot >= size) {
            grow(slot + 1);
        }
        micros[slot] += addedMicros;
        visits[slot] += addedVisits;
        dirty[slot >> WORD_BITS] |= 1L << slot;
    }

    private void grow(int slots) {
        if (slots > micros.length) {
            int capacity = Math.max(((slots >> WORD_BITS) + 1) << WORD_BITS, micros.length * 2);
            micros = Arrays.copyOf(micros, capacity);
            visits = Arrays.copyOf(visits, capacity);
            dirty = Arrays.copyOf(dirty, capacity >> WORD_BITS);
        }
        size = slots;
    }

    /** Slots are 0 … size − 1; those without a visit were not walked on in this window. */
    int size() {
        return size;
    }

    long micros(int slot) {
        return micros[slot];
    }

    int visits(int slot) {
        return visits[slot];
    }

    void clean() {
        Arrays.fill(dirty, 0);
    }

    /** Whether a slot changed since {@link #clean}. */
    boolean isDirty(int slot) {
        return (dirty[slot >> WORD_BITS] >> slot & 1) != 0;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        int walked = 0;
        for (int slot = 0; slot < size; slot++) {
            walked += visits[slot] > 0 ? 1 : 0;
        }
        out.writeInt(walked);
        for (int slot = 0; slot < size; slot++) {
            if (visits[slot] > 0) {
                out.writeInt(slot);
                out.writeLong(micros[slot]);
                out.writeInt(visits[slot]);
                out.writeBoolean(isDirty(slot));
            }
        }
    }

    static HeatBucket read(DataInput in) throws IOException {
        HeatBucket bucket = new HeatBucket();
        int walked = in.readInt();
        for (int i = 0; i < walked; i++) {
            int slot = in.readInt();
            bucket.add(slot, in.readLong(), in.readInt());
            if (!in.readBoolean()) {
                bucket.dirty[slot >> WORD_BITS] &= ~(1L << slot);
            }
        }
        return bucket;
    }
}
