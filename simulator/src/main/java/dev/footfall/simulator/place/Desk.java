package dev.footfall.simulator.place;

import java.util.List;

/**
 * Where people are served one at a time.
 *
 * @param zone the zone that they stand in meanwhile
 * @param checkout whether they pay there; else it is a service counter
 * @param service where they stand meanwhile
 * @param queue where they wait, the next in line first; one of these at least
 */
public record Desk(String zone, boolean checkout, Spot service, List<Spot> queue) {
    public Desk {
        queue = List.copyOf(queue);
        if (queue.isEmpty()) {
            throw new IllegalArgumentException("layout.geojson: there is no room to wait for " + zone);
        }
    }
}
