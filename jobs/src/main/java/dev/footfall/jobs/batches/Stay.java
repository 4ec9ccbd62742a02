package dev.footfall.jobs.batches;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A finished stay of one visit in one zone.
 *
 * @param visit number of the visit
 * @param zone id of the zone
 * @param enteredNanos start of its first inside interval, nanoseconds since the epoch
 * @param leftNanos end of its last one
 * @param stop whether it dwelt at least the zone's {@code minStay}
 * @param path whether the zone is part of paths
 */
public record Stay(long visit, String zone, long enteredNanos, long leftNanos, boolean stop, boolean path) {
    public Stay {
        if (leftNanos < enteredNanos) {
            throw new IllegalArgumentException("leftNanos " + leftNanos + " is before enteredNanos " + enteredNanos);
        }
    }

    /** The order of a journey: by {@code entered}, then by zone, then by {@code left}. */
    public static final Comparator<Stay> BY_ENTERED = Comparator.comparingLong(Stay::enteredNanos)
            .thenComparing(Stay::zone)
            .thenComparingLong(Stay::leftNanos);

    /** How long the stay was, in nanoseconds. */
    public long dwellNanos() {
        return leftNanos - enteredNanos;
    }

    /** Writes stays for {@link #readAll}. */
    public static void writeAll(List<Stay> stays, DataOutput out) throws IOException {
        out.writeInt(stays.size());
        for (Stay stay : stays) {
            out.writeLong(stay.visit);
            out.writeUTF(stay.zone);
            out.writeLong(stay.enteredNanos);
            out.writeLong(stay.leftNanos);
            out.writeBoolean(stay.stop);
            out.writeBoolean(stay.path);
        }
    }

    /** Reads back what {@link #writeAll} wrote, into a list that can grow. */
    public static List<Stay> readAll(DataInput in) throws IOException {
        int size = in.readInt();
        List<Stay> stays = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            stays.add(new Stay(
                    in.readLong(), in.readUTF(), in.readLong(), in.readLong(), in.readBoolean(), in.readBoolean()));
        }
        return stays;
    }
}
