package dev.footfall.jobs.heatmap;

import dev.footfall.jobs.state.Varints;
import dev.footfall.jobs.windows.Bucket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The heat of one window: time and distinct visits per slot of {@link WalkedCells}. */
final class HeatBucket implements Bucket {
    private static final int WORD_BITS = 6;

    private long[] micros = new long[1 << WORD_BITS];
    private int[] visits = new int[1 << WORD_BITS];
    private long[] dirty = new long[1];
    private int size;

    /** Has room for slots below that one, so that {@link #add} may be called for them. */
    void makeRoom(int slots) {
        if (slots > micros.length) {
            int capacity = Math.max((((slots - 1) >> WORD_BITS) + 1) << WORD_BITS, micros.length * 2);
            micros = Arrays.copyOf(micros, capacity);
            visits = Arrays.copyOf(visits, capacity);
            dirty = Arrays.copyOf(dirty, capacity >> WORD_BITS);
        }
    }

    void add(int slot, long addedMicros, int addedVisits) {
        micros[slot] += addedMicros;
        visits[slot] += addedVisits;
        dirty[slot >> WORD_BITS] |= 1L << slot;
        size = Math.max(size, slot + 1);
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
        Varints.write(out, walked);
        int before = 0;
        for (int slot = 0; slot < size; slot++) {
            if (visits[slot] > 0) {
                Varints.write(out, slot - before);
                Varints.write(out, micros[slot]);
                Varints.write(out, 2L * visits[slot] + (isDirty(slot) ? 1 : 0));
                before = slot;
            }
        }
    }

    /** Reads what {@link #write} wrote, of cells that may have other slots now. */
    static HeatBucket read(DataInput in, IntUnaryOperator slots) throws IOException {
        HeatBucket bucket = new HeatBucket();
        int walked = Varints.readInt(in);
        int slot = 0;
        for (int i = 0; i < walked; i++) {
            slot += Varints.readInt(in);
            long micros = Varints.read(in);
            long visits = Varints.read(in);
            bucket.put(slots.applyAsInt(slot), micros, Math.toIntExact(visits >> 1), (visits & 1) != 0);
        }
        return bucket;
    }

    /** Reads what was written when each cell took seventeen bytes. */
    static HeatBucket readPlain(DataInput in, IntUnaryOperator slots) throws IOException {
        HeatBucket bucket = new HeatBucket();
        int walked = in.readInt();
        for (int i = 0; i < walked; i++) {
            bucket.put(slots.applyAsInt(in.readInt()), in.readLong(), in.readInt(), in.readBoolean());
        }
        return bucket;
    }

    private void put(int slot, long itsMicros, int itsVisits, boolean isDirty) {
        makeRoom(slot + 1);
        add(slot, itsMicros, itsVisits);
        if (!isDirty) {
            dirty[slot >> WORD_BITS] &= ~(1L << slot);
        }
    }
}
