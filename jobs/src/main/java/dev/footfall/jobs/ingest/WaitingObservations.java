package dev.footfall.jobs.ingest;

import dev.footfall.events.Kind;
import dev.footfall.events.ObservationColumns;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.jobs.batches.Observations;
import dev.footfall.jobs.batches.Signs;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The observations that wait for the store's clock, as columns: decoded once, sorted only when they came out of order.
 *
 * <p>Several observations of one subject at one time are left in; the first of them in the total order is the one that counts.
 */
final class WaitingObservations {
    private static final int FIRST_CAPACITY = 256;

    private int size;
    private long[] time = new long[FIRST_CAPACITY];
    private Kind[] kind = new Kind[FIRST_CAPACITY];
    private String[] device = new String[FIRST_CAPACITY];
    private long[] subject = new long[FIRST_CAPACITY];
    private String[] gateway = new String[FIRST_CAPACITY];
    private long[] seq = new long[FIRST_CAPACITY];
    private int[] index = new int[FIRST_CAPACITY];
    private String[] floor = new String[FIRST_CAPACITY];
    private int[] x = new int[FIRST_CAPACITY];
    private int[] y = new int[FIRST_CAPACITY];
    private boolean[] staff = new boolean[FIRST_CAPACITY];

    private int[] order = new int[0];
    private int released;
    private int taken;

    /** Adds the rows of one frame that are not older than the clock; answers how many were. */
    int add(ObservationColumns rows, String fromGateway, long frameSeq, long clockMillis) {
        int late = 0;
        Kind rowKind = rows.kind();
        for (int row = 0; row < rows.rows(); row++) {
            long millis = rows.timeMillis(row);
            if (millis < clockMillis) {
                late++;
                continue;
            }
            if (size == time.length) {
                resize(size * 2);
            }
            time[size] = millis;
            kind[size] = rowKind;
            device[size] = rows.device(row);
            subject[size] = rows.subject(row);
            gateway[size] = fromGateway;
            seq[size] = frameSeq;
            index[size] = rows.index(row);
            floor[size] = rows.floor(row);
            x[size] = rows.xMillimetres(row);
            y[size] = rows.yMillimetres(row);
            staff[size] = rows.staff(row);
            size++;
        }
        return late;
    }

    private void resize(int capacity) {
        time = Arrays.copyOf(time, capacity);
        kind = Arrays.copyOf(kind, capacity);
        device = Arrays.copyOf(device, capacity);
        subject = Arrays.copyOf(subject, capacity);
        gateway = Arrays.copyOf(gateway, capacity);
        seq = Arrays.copyOf(seq, capacity);
        index = Arrays.copyOf(index, capacity);
        floor = Arrays.copyOf(floor, capacity);
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        staff = Arrays.copyOf(staff, capacity);
    }

    private int compare(int a, int b) {
        int c = Long.compare(time[a], time[b]);
        if (c == 0) {
            c = kind[a].compareTo(kind[b]);
        }
        if (c == 0) {
            c = device[a].compareTo(device[b]);
        }
        if (c == 0) {
            c = Long.compare(subject[a], subject[b]);
        }
        if (c == 0) {
            c = gateway[a].compareTo(gateway[b]);
        }
        if (c == 0) {
            c = Long.compare(seq[a], seq[b]);
        }
        return c == 0 ? Integer.compare(index[a], index[b]) : c;
    }

    /** Puts the rows before an instant in order. */
    void release(long beforeMillis) {
        if (order.length < size) {
            order = new int[time.length];
        }
        released = 0;
        taken = 0;
        boolean sorted = true;
        for (int row = 0; row < size; row++) {
            if (time[row] < beforeMillis) {
                sorted = sorted && (released == 0 || compare(order[released - 1], row) <= 0);
                order[released++] = row;
            }
        }
        if (!sorted) {
            IntArrays.mergeSort(order, 0, released, this::compare);
        }
    }

    /** Time of the first released row that was not taken; {@link Long#MAX_VALUE} when there is none. */
    long nextMillis() {
        return taken == released ? Long.MAX_VALUE : time[order[taken]];
    }

    /**
     * Copies the released rows before an instant to {@code out}, their floors as indexes of that layout; leaves out those whose floor it does not have. Each is a
     * sign of its device.
     */
    void take(long beforeMillis, Layout layout, Observations out, Signs signs, Unplaced unplaced) {
        while (nextMillis() < beforeMillis) {
            int row = order[taken++];
            int index = indexOf(floor[row], layout);
            if (index < 0) {
                unplaced.floor(floor[row], layout);
            } else {
                out.add(time[row], subject[row], index, x[row], y[row], staff[row]);
            }
            signs.add(device[row], time[row]);
        }
    }

    private static int indexOf(String id, Layout layout) {
        for (Floor candidate : layout.floors()) {
            if (candidate.id().equals(id)) {
                return candidate.index();
            }
        }
        return -1;
    }

    /** Forgets the released rows once all are taken. */
    void compact(long beforeMillis) {
        if (taken != released) {
            throw new IllegalStateException(released - taken + " released observations were not taken");
        }
        int kept = 0;
        for (int row = 0; row < size; row++) {
            if (time[row] >= beforeMillis) {
                if (kept != row) {
                    move(row, kept);
                }
                kept++;
            }
        }
        size = kept;
        released = 0;
        taken = 0;
    }

    private void move(int from, int to) {
        time[to] = time[from];
        kind[to] = kind[from];
        device[to] = device[from];
        subject[to] = subject[from];
        gateway[to] = gateway[from];
        seq[to] = seq[from];
        index[to] = index[from];
        floor[to] = floor[from];
        x[to] = x[from];
        y[to] = y[from];
        staff[to] = staff[from];
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int row = 0; row < size; row++) {
            out.writeLong(time[row]);
            out.writeUTF(kind[row].name());
            out.writeUTF(device[row]);
            out.writeLong(subject[row]);
            out.writeUTF(gateway[row]);
            out.writeLong(seq[row]);
            out.writeInt(index[row]);
            out.writeUTF(floor[row]);
            out.writeInt(x[row]);
            out.writeInt(y[row]);
            out.writeBoolean(staff[row]);
        }
    }

    static WaitingObservations read(DataInput in) throws IOException {
        WaitingObservations waiting = new WaitingObservations();
        waiting.size = in.readInt();
        waiting.resize(Math.max(FIRST_CAPACITY, waiting.size));
        for (int row = 0; row < waiting.size; row++) {
            waiting.time[row] = in.readLong();
            waiting.kind[row] = Kind.valueOf(in.readUTF());
            waiting.device[row] = in.readUTF();
            waiting.subject[row] = in.readLong();
            waiting.gateway[row] = in.readUTF();
            waiting.seq[row] = in.readLong();
            waiting.index[row] = in.readInt();
            waiting.floor[row] = in.readUTF();
            waiting.x[row] = in.readInt();
            waiting.y[row] = in.readInt();
            waiting.staff[row] = in.readBoolean();
        }
        return waiting;
    }
}
