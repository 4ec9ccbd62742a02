package dev.footfall.jobs.ingest;

import dev.footfall.events.Kind;
import dev.footfall.events.ObservationColumns;
import dev.footfall.geofences.Layout;
import dev.footfall.jobs.batches.Observations;
import dev.footfall.jobs.batches.Signs;
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
    private static final int FIRST_CAPACITY = 16;

    private final Origins origins = new Origins();
    private int size;
    private long[] time = new long[FIRST_CAPACITY];
    private int[] origin = new int[FIRST_CAPACITY];
    private long[] subject = new long[FIRST_CAPACITY];
    private long[] seq = new long[FIRST_CAPACITY];
    private int[] index = new int[FIRST_CAPACITY];
    private int[] x = new int[FIRST_CAPACITY];
    private int[] y = new int[FIRST_CAPACITY];
    private boolean[] staff = new boolean[FIRST_CAPACITY];
    private final RowOrder order = new RowOrder(this::compare);
    private int taken;

    /** Adds the rows of one frame that are not older than the clock; answers how many were. */
    int add(ObservationColumns rows, String gateway, long frameSeq, long clockMillis) {
        int late = 0;
        int count = rows.rows();
        if (size + count > time.length) {
            resize(Math.max(size + count, size * 2));
        }
        origins.beginFrame(rows.kind(), gateway);
        for (int row = 0; row < count; row++) {
            long millis = rows.timeMillis(row);
            if (millis < clockMillis) {
                late++;
                continue;
            }
            time[size] = millis;
            origin[size] = origins.number(rows.device(row), rows.floor(row));
            subject[size] = rows.subject(row);
            seq[size] = frameSeq;
            index[size] = rows.index(row);
            x[size] = rows.xMillimetres(row);
            y[size] = rows.yMillimetres(row);
            staff[size] = rows.staff(row);
            size++;
        }
        return late;
    }

    private void resize(int capacity) {
        time = Arrays.copyOf(time, capacity);
        origin = Arrays.copyOf(origin, capacity);
        subject = Arrays.copyOf(subject, capacity);
        seq = Arrays.copyOf(seq, capacity);
        index = Arrays.copyOf(index, capacity);
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        staff = Arrays.copyOf(staff, capacity);
    }

    private int compare(int a, int b) {
        int c = Long.compare(time[a], time[b]);
        if (c != 0) {
            return c;
        }
        boolean sameOrigin = origin[a] == origin[b];
        c = sameOrigin ? 0 : origins.compareDevices(origin[a], origin[b]);
        if (c == 0) {
            c = Long.compare(subject[a], subject[b]);
        }
        if (c == 0 && !sameOrigin) {
            c = origins.compareGateways(origin[a], origin[b]);
        }
        if (c == 0) {
            c = Long.compare(seq[a], seq[b]);
        }
        return c == 0 ? Integer.compare(index[a], index[b]) : c;
    }

    /** Puts the rows before an instant in order. */
    void release(long beforeMillis) {
        order.of(time, size, beforeMillis);
        taken = 0;
    }

    /** Time of the first released row that was not taken; {@link Long#MAX_VALUE} when there is none. */
    long nextMillis() {
        return taken == order.size() ? Long.MAX_VALUE : time[order.row(taken)];
    }

    /**
     * Copies the released rows before an instant to {@code out}, their floors as indexes of that layout; leaves out those whose floor it does not have. Each is a
     * sign of its device.
     */
    void take(long beforeMillis, Layout layout, Observations out, Signs signs, Unplaced unplaced) {
        if (nextMillis() < beforeMillis) {
            out.expect(order.size() - taken);
        }
        while (nextMillis() < beforeMillis) {
            int row = order.row(taken++);
            Origins.Origin from = origins.get(origin[row]);
            int floor = from.floorIn(layout);
            if (floor < 0) {
                unplaced.floor(from.floor, layout);
            } else {
                out.add(time[row], subject[row], floor, x[row], y[row], staff[row]);
            }
            signs.add(from.device, time[row]);
        }
    }

    /** Forgets the released rows once all are taken. */
    void compact(long beforeMillis) {
        if (taken != order.size()) {
            throw new IllegalStateException(order.size() - taken + " released observations were not taken");
        }
        if (taken > 0) {
            int kept = 0;
            for (int row = 0; row < size; row++) {
                if (time[row] >= beforeMillis) {
                    move(row, kept++);
                }
            }
            size = kept;
        }
        order.clear();
        taken = 0;
        if (size == 0) {
            origins.forgetIfMany();
        }
    }

    private void move(int from, int to) {
        time[to] = time[from];
        origin[to] = origin[from];
        subject[to] = subject[from];
        seq[to] = seq[from];
        index[to] = index[from];
        x[to] = x[from];
        y[to] = y[from];
        staff[to] = staff[from];
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int row = 0; row < size; row++) {
            Origins.Origin from = origins.get(origin[row]);
            out.writeLong(time[row]);
            out.writeUTF(from.kind.name());
            out.writeUTF(from.device);
            out.writeLong(subject[row]);
            out.writeUTF(from.gateway);
            out.writeLong(seq[row]);
            out.writeInt(index[row]);
            out.writeUTF(from.floor);
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
            Kind kind = Kind.valueOf(in.readUTF());
            String device = in.readUTF();
            waiting.subject[row] = in.readLong();
            waiting.origins.beginFrame(kind, in.readUTF());
            waiting.seq[row] = in.readLong();
            waiting.index[row] = in.readInt();
            waiting.origin[row] = waiting.origins.number(device, in.readUTF());
            waiting.x[row] = in.readInt();
            waiting.y[row] = in.readInt();
            waiting.staff[row] = in.readBoolean();
        }
        return waiting;
    }
}
