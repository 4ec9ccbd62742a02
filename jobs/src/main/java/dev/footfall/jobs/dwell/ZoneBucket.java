package dev.footfall.jobs.dwell;

import dev.footfall.jobs.windows.Bucket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The zones of one window, by id and floor: another layout version may have a zone on another floor. */
final class ZoneBucket implements Bucket {
    /** A zone on a floor. */
    record Place(String zone, String floor) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byZone = zone.compareTo(other.zone);
            return byZone != 0 ? byZone : floor.compareTo(other.floor);
        }
    }

    final Map<Place, ZoneCount> zones = new TreeMap<>();

    /** The same counts by the zone's number, for the floor on which it was asked for last. */
    private @Nullable ZoneCount[] byNumber = {};

    /** The count of a zone, by the number that {@link ZoneNumbers} gives its id. */
    ZoneCount zone(int number, String zone, String floor) {
        ZoneCount known = number < byNumber.length ? byNumber[number] : null;
        if (known == null || !known.floor.equals(floor)) {
            if (number >= byNumber.length) {
                byNumber = Arrays.copyOf(byNumber, number + 1 + number / 2);
            }
            known = zone(zone, floor);
            byNumber[number] = known;
        }
        return known;
    }

    ZoneCount zone(String zone, String floor) {
        return zones.computeIfAbsent(new Place(zone, floor), unseen -> new ZoneCount(floor));
    }

    /** A zone that has a count already, whatever layout it was counted by; where it was on several floors, the one that the layout has now. */
    ZoneCount known(String zone, Optional<String> floor) {
        return floor.map(now -> zones.get(new Place(zone, now)))
                .or(() -> zones.entrySet().stream()
                        .filter(counted -> counted.getKey().zone().equals(zone))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("zone " + zone + " has no count in its window"));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(zones.size());
        for (var entry : zones.entrySet()) {
            out.writeUTF(entry.getKey().zone());
            entry.getValue().write(out);
        }
    }

    static ZoneBucket read(DataInput in, int version) throws IOException {
        ZoneBucket bucket = new ZoneBucket();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            String zone = in.readUTF();
            ZoneCount count = ZoneCount.read(in, version);
            bucket.zones.put(new Place(zone, count.floor), count);
        }
        return bucket;
    }
}
