package dev.footfall.simulator.place;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A way between two spots of a floor.
 *
 * @param bends the corners at which it bends, in metres of the store frame
 * @param metres its length
 */
public record Way(List<Coordinate> bends, double metres) {
    public Way {
        bends = List.copyOf(bends);
    }
}
