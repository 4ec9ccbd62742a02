package dev.footfall.simulator.place;

import java.util.List;

/**
 * A zone in which people stop.
 *
 * @param zone its id
 * @param type its type
 * @param spots where they stand
 */
public record Place(String zone, String type, List<Spot> spots) {
    public Place {
        spots = List.copyOf(spots);
    }
}
