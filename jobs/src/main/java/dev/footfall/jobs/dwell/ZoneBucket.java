package dev.footfall.jobs.dwell;

import dev.footfall.jobs.windows.Bucket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The zones of one window, by id. */
final class ZoneBucket implements Bucket {
    final Map<String, ZoneCount> zones = new TreeMap<>();

    ZoneCount zone(String zone, String floor) {
        ZoneCount count = zones.get(zone);
        if (count == null) {
            count = new ZoneCount(floor);
            zones.put(zone, count);
        }
        return count;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(zones.size());
        for (var entry : zones.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
    }

    static ZoneBucket read(DataInput in) throws IOException {
        ZoneBucket bucket = new ZoneBucket();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            bucket.zones.put(in.readUTF(), ZoneCount.read(in));
        }
        return bucket;
    }
}
