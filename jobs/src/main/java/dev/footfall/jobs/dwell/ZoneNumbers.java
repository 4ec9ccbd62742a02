package dev.footfall.jobs.dwell;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Zone;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Gives the zones of a store small numbers, by id, in the order in which somebody first entered them. */
final class ZoneNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> zones = new ArrayList<>();

    /** The numbers of the zones on each floor that somebody walked on, as far as they were given out: one more by the zone's index. */
    private final IdentityHashMap<Floor, int[]> byFloor = new IdentityHashMap<>();

    /** What is known of a floor's zones, to be asked with {@link #of(Zone, int[])}. */
    int[] on(Floor floor) {
        return byFloor.computeIfAbsent(floor, walked -> new int[walked.zones().size()]);
    }

    /** The number of a zone on a floor of which {@code known} tells. */
    int of(Zone zone, int[] known) {
        int next = known[zone.index()];
        if (next == 0) {
            next = of(zone.id()) + 1;
            known[zone.index()] = next;
        }
        return next - 1;
    }

    int of(String zone) {
        Integer number = numbers.get(zone);
        if (number == null) {
            number = zones.size();
            numbers.put(zone, number);
            zones.add(zone);
        }
        return number;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(zones.size());
        for (String zone : zones) {
            out.writeUTF(zone);
        }
    }

    static ZoneNumbers read(DataInput in) throws IOException {
        ZoneNumbers numbers = new ZoneNumbers();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            numbers.of(in.readUTF());
        }
        return numbers;
    }
}
