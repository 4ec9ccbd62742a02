package dev.footfall.jobs.ingest;

import dev.footfall.geofences.Layout;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** Events that lie on a floor or in a zone that the layout of their time does not have, or no longer: left out, and counted by what is missing. */
final class Unplaced {
    private final Map<String, Long> events = new TreeMap<>();

    void floor(String floor, Layout layout) {
        add("floor " + floor, layout);
    }

    boolean isUnknownZone(String zone, Layout layout) {
        if (layout.findZone(zone).isPresent()) {
            return false;
        }
        add("zone " + zone, layout);
        return true;
    }

    private void add(String missing, Layout layout) {
        events.merge(missing + " is not in layout " + layout.hash(), 1L, Long::sum);
    }

    /** Tells how many events were left out for which reason, and forgets them. */
    void tell(ObjLongConsumer<String> told) {
        events.forEach(told::accept);
        events.clear();
    }
}
