package dev.footfall.jobs.heatmap;

import dev.footfall.jobs.windows.Bucket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/** The heat of one window: time and distinct visits per slot of {@link WalkedCells}. */
final class HeatBucket implements Bucket {
    private long[] micros = new long[16];
    private int[] visits = new int[16];
    private int size;
    private final BitSet dirty = new BitSet();

    void add(int slot, long addedMicros, int addedVisits) {
        if (slot >= size) {
            if (slot >= micros.length) {
                int capacity = Math.max(slot + 1, micros.length * 2);
                micros = Arrays.copyOf(micros, capacity);
                visits = Arrays.copyOf(visits, capacity);
            }
            size = slot + 1;
        }
        micros[slot] += addedMicros;
        visits[slot] += addedVisits;
        dirty.set(slot);
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

    /** The slots that changed since {@link #clean}. */
    BitSet dirty() {
        return dirty;
    }

    void clean() {
        dirty.clear();
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
                out.writeBoolean(dirty.get(slot));
            }
        }
    }

    static HeatBucket read(DataInput in) throws IOException {
        HeatBucket bucket = new HeatBucket();
        int walked = in.readInt();
        for (int i = 0; i < walked; i++) {
            int slot = in.readInt();
            bucket.add(slot, in.readLong(), in.readInt());
            bucket.dirty.set(slot, in.readBoolean());
        }
        return bucket;
    }
}
