package dev.footfall.jobs.footfall;

import dev.footfall.jobs.windows.Bucket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What went through each door in one window. */
final class DoorBucket implements Bucket {
    /** The counts of one door. */
    static final class Count {
        long in;
        long out;
        long passing;
        boolean dirty;
    }

    final Map<String, Count> doors = new TreeMap<>();

    void add(String door, long in, long out, long passing) {
        Count count = doors.computeIfAbsent(door, unseen -> new Count());
        count.in += in;
        count.out += out;
        count.passing += passing;
        count.dirty = true;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(doors.size());
        for (var entry : doors.entrySet()) {
            Count count = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeLong(count.in);
            out.writeLong(count.out);
            out.writeLong(count.passing);
            out.writeBoolean(count.dirty);
        }
    }

    static DoorBucket read(DataInput in) throws IOException {
        DoorBucket bucket = new DoorBucket();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            Count count = new Count();
            bucket.doors.put(in.readUTF(), count);
            count.in = in.readLong();
            count.out = in.readLong();
            count.passing = in.readLong();
            count.dirty = in.readBoolean();
        }
        return bucket;
    }
}
