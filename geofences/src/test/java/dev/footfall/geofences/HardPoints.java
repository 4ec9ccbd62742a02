package dev.footfall.geofences;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Points where a point-in-polygon test goes wrong if it can: on corners and edges, at their heights, and one ulp off. */
final class HardPoints {

    private final List<Geometry> zones;
    private final Envelope box = new Envelope();
    private final Random random;

    HardPoints(List<Geometry> zones, Random random) {
        this.zones = zones;
        this.random = random;
        zones.forEach(zone -> box.expandToInclude(zone.getEnvelopeInternal()));
        box.expandBy(1);
    }

    Coordinate next() {
        Coordinate[] border = zones.get(random.nextInt(zones.size())).getCoordinates();
        Coordinate corner = border[random.nextInt(border.length)];
        Coordinate anywhere = anywhere();
        Coordinate point =
                switch (random.nextInt(7)) {
                    case 0 -> corner.copy();
                    case 1 -> new Coordinate(anywhere.x, corner.y);
                    case 2 -> new Coordinate(corner.x, anywhere.y);
                    case 3 -> onEdge(border);
                    case 4 ->
                        new Coordinate(Math.rint(anywhere.x * 1_000) / 1_000, Math.rint(anywhere.y * 1_000) / 1_000);
                    case 5 -> new Coordinate(Math.rint(anywhere.x * 4) / 4, Math.rint(anywhere.y * 4) / 4);
                    default -> anywhere;
                };
        point.x = nudged(point.x);
        point.y = nudged(point.y);
        return point;
    }

    private Coordinate anywhere() {
        return new Coordinate(
                box.getMinX() + random.nextDouble() * box.getWidth(),
                box.getMinY() + random.nextDouble() * box.getHeight());
    }

    private Coordinate onEdge(Coordinate[] border) {
        int edge = random.nextInt(border.length - 1);
        double share = random.nextInt(5) / 4.0;
        Coordinate a = border[edge];
        Coordinate b = border[edge + 1];
        return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    }

    private double nudged(double value) {
        return switch (random.nextInt(6)) {
            case 0 -> Math.nextUp(value);
            case 1 -> Math.nextDown(value);
            default -> value;
        };
    }
}
