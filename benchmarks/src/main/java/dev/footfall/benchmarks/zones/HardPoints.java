package dev.footfall.benchmarks.zones;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Points where a look-up goes wrong if it can: vertices, middles of edges and other points on them, points one ulp beside these, points on the line of an
 * edge beyond its ends, points at the height of a vertex, and corners of cells of a raster.
 */
final class HardPoints {
    /** A raster may begin a little before the zones, and have cells of 25 cm. */
    private static final double CELL_METRES = 0.25;

    private static final double LITTLE_METRES = 2e-7;

    private final List<Geometry> zones;
    private final Envelope box = new Envelope();
    private final Random random;

    HardPoints(List<Geometry> zones, long seed) {
        this.zones = zones;
        this.random = new Random(seed);
        zones.forEach(zone -> box.expandToInclude(zone.getEnvelopeInternal()));
    }

    Coordinate next() {
        Coordinate[] border = zones.get(random.nextInt(zones.size())).getCoordinates();
        int edge = random.nextInt(border.length - 1);
        Coordinate a = border[edge];
        Coordinate b = border[edge + 1];
        Coordinate point =
                switch (random.nextInt(8)) {
                    case 0 -> a.copy();
                    case 1 -> along(a, b, 0.5);
                    case 2 -> along(a, b, random.nextDouble());
                    case 3 -> along(a, b, -random.nextInt(4));
                    case 4 -> along(a, b, 1 + 3 * random.nextDouble());
                    case 5 -> new Coordinate(box.getMinX() + random.nextDouble() * box.getWidth(), a.y);
                    case 6 -> corner(box.getMinX() - LITTLE_METRES, box.getMinY() - LITTLE_METRES);
                    default -> corner(0, 0);
                };
        point.x = beside(point.x);
        point.y = beside(point.y);
        return point;
    }

    private static Coordinate along(Coordinate a, Coordinate b, double share) {
        return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    }

    private Coordinate corner(double fromX, double fromY) {
        return new Coordinate(
                fromX + CELL_METRES * random.nextInt((int) (box.getWidth() / CELL_METRES)),
                fromY + CELL_METRES * random.nextInt((int) (box.getHeight() / CELL_METRES)));
    }

    private double beside(double value) {
        return switch (random.nextInt(4)) {
            case 0 -> Math.nextUp(value);
            case 1 -> Math.nextDown(value);
            default -> value;
        };
    }
}
