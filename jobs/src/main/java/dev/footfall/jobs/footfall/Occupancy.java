package dev.footfall.jobs.footfall;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.jobs.windows.Bucket;
import dev.footfall.jobs.windows.OpenWindows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many people are in the store: in minus out since the day began, never below nobody.
 *
 * <p>Order matters here, because of the clamp at zero. A door report counts at the start of its interval, so changes wait until no report can
 * come before them; all changes of one instant, of all doors, are one.
 */
final class Occupancy {
    /** The occupancy in one window. */
    static final class People implements Bucket {
        long people;
        long most;
        long clamped;
        boolean entered;
        boolean dirty;

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeLong(people);
            out.writeLong(most);
            out.writeLong(clamped);
            out.writeBoolean(entered);
            out.writeBoolean(dirty);
        }

        static People read(DataInput in) throws IOException {
            People people = new People();
            people.people = in.readLong();
            people.most = in.readLong();
            people.clamped = in.readLong();
            people.entered = in.readBoolean();
            people.dirty = in.readBoolean();
            return people;
        }
    }

    private final TreeMap<Long, Long> waiting = new TreeMap<>();
    private final OpenWindows<People> windows = new OpenWindows<>(People::new);
    private long people;
    private long dayEndMillis = Long.MIN_VALUE;

    /** Notes that in minus out of some door changed by {@code net} at an instant. */
    void change(long instantMillis, long net) {
        waiting.merge(instantMillis, net, Long::sum);
    }

    /** Applies, in order, the changes before an instant. */
    void apply(StoreCalendar calendar, long beforeMillis) {
        Map<Long, Long> settled = waiting.headMap(beforeMillis, false);
        settled.forEach((instant, net) -> apply(calendar, instant, net));
        settled.clear();
    }

    private void apply(StoreCalendar calendar, long instant, long net) {
        if (instant >= dayEndMillis) {
            people = 0;
            dayEndMillis = calendar.dayOf(instant).endMillis();
        }
        long carried = people;
        long cutOff = Math.max(0, -(carried + net));
        people = carried + net + cutOff;
        for (People bucket : windows.around(calendar, instant)) {
            if (!bucket.entered) {
                bucket.entered = true;
                bucket.most = carried;
            }
            bucket.people = people;
            bucket.most = Math.max(bucket.most, people);
            bucket.clamped += cutOff;
            bucket.dirty = true;
        }
    }

    OpenWindows<People> windows() {
        return windows;
    }

    /** What the occupancy would be if nothing came before the changes that are waiting. */
    Occupancy expected(StoreCalendar calendar) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(new DataOutputStream(bytes));
            Occupancy expected = read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            expected.apply(calendar, Long.MAX_VALUE);
            return expected;
        } catch (IOException e) {
            throw new UncheckedIOException("an occupancy could not be copied in memory", e);
        }
    }

    /** Whether changes wait for others that may come before them. */
    boolean waits() {
        return !waiting.isEmpty();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(waiting.size());
        for (var entry : waiting.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeLong(entry.getValue());
        }
        out.writeLong(people);
        out.writeLong(dayEndMillis);
        windows.write(out);
    }

    static Occupancy read(DataInput in) throws IOException {
        Occupancy occupancy = new Occupancy();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            occupancy.waiting.put(in.readLong(), in.readLong());
        }
        occupancy.people = in.readLong();
        occupancy.dayEndMillis = in.readLong();
        occupancy.windows.read(in, People::read);
        return occupancy;
    }
}
