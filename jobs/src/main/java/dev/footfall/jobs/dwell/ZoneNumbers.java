package dev.footfall.jobs.dwell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the zones of a store small numbers, by id, in the order in which somebody first entered them. */
final class ZoneNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> zones = new ArrayList<>();

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
