package dev.footfall.geofences;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Valid zones of every shape that a layout may hold: rectangles that share edges, stars, combs, rings with holes, nested and
 * overlapping zones, zones of two parts that touch in a point; some on whole millimetres, some on any double.
 */
final class RandomZones {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Random random;
    private final boolean wholeMillimetres;
    private final List<Geometry> zones = new ArrayList<>();

    private RandomZones(Random random) {
        this.random = random;
        this.wholeMillimetres = random.nextInt(4) > 0;
    }

    static List<Geometry> of(Random random) {
        RandomZones made = new RandomZones(random);
        int count = 1 + random.nextInt(6);
        while (made.zones.size() < count) {
            Geometry zone = made.zone();
            if (zone.isValid() && zone.getArea() > 0.01) {
                made.zones.add(zone);
            }
        }
        return made.zones;
    }

    private Geometry zone() {
        double x = at(20);
        double y = at(20);
        return switch (random.nextInt(7)) {
            case 0 -> rectangle(x, y, at(6) + 0.1, at(6) + 0.1);
            case 1 -> neighbour();
            case 2 -> star(x, y, at(5) + 0.5, 3 + random.nextInt(40));
            case 3 -> comb(x, y, 1 + random.nextInt(8));
            case 4 -> holed(x, y, at(4) + 1);
            case 5 -> twoParts(x, y);
            default -> parallelogram(x, y);
        };
    }

    private double at(double most) {
        double metres = random.nextDouble() * most;
        return wholeMillimetres ? Math.rint(metres * 1_000) / 1_000 : metres;
    }

    private static Polygon polygon(double... xy) {
        return FACTORY.createPolygon(ring(xy));
    }

    private static LinearRing ring(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < xy.length / 2; i++) {
            points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        points[xy.length / 2] = points[0].copy();
        return FACTORY.createLinearRing(points);
    }

    private static Polygon rectangle(double x, double y, double width, double height) {
        return polygon(x, y, x + width, y, x + width, y + height, x, y + height);
    }

    /** Shares an edge, or a part of one, with an earlier zone. */
    private Geometry neighbour() {
        if (zones.isEmpty()) {
            return rectangle(at(20), at(20), 2, 2);
        }
        Coordinate[] border = zones.get(random.nextInt(zones.size())).getCoordinates();
        int edge = random.nextInt(border.length - 1);
        Coordinate a = border[edge];
        Coordinate b = border[edge + 1];
        return polygon(a.x, a.y, b.x, b.y, at(20), at(20));
    }

    private Polygon star(double x, double y, double radius, int corners) {
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = radius * (0.2 + 0.8 * random.nextDouble());
            xy[2 * i] = rounded(x + reach * Math.cos(angle));
            xy[2 * i + 1] = rounded(y + reach * Math.sin(angle));
        }
        return polygon(xy);
    }

    private Polygon comb(double x, double y, int teeth) {
        List<Double> xy = new ArrayList<>(List.of(x, y, x, rounded(y + 1)));
        for (int i = 0; i < teeth; i++) {
            xy.addAll(List.of(rounded(x + i + 0.25), rounded(y + 1 + at(3) + 0.1)));
            xy.addAll(List.of(rounded(x + i + 0.5), rounded(y + 1)));
            xy.addAll(List.of(rounded(x + i + 1), rounded(y + 1)));
        }
        xy.addAll(List.of(rounded(x + teeth), y));
        return polygon(xy.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Polygon holed(double x, double y, double size) {
        LinearRing shell = ring(x, y, x + size, y, x + size, y + size, x, y + size);
        double third = rounded(size / 3);
        LinearRing diamond = ring(
                x + 2 * third,
                y + third,
                x + 2.5 * third,
                y + 1.5 * third,
                x + 2 * third,
                y + 2 * third,
                x + third,
                y + third);
        return FACTORY.createPolygon(shell, new LinearRing[] {diamond});
    }

    private MultiPolygon twoParts(double x, double y) {
        double size = at(3) + 0.5;
        Polygon lower = rectangle(x, y, size, size);
        boolean touching = random.nextBoolean();
        double corner = touching ? 0 : 0.5;
        Coordinate top = lower.getCoordinates()[2];
        Polygon upper = rectangle(top.x + corner, top.y + corner, size, size);
        return FACTORY.createMultiPolygon(new Polygon[] {lower, upper});
    }

    private Polygon parallelogram(double x, double y) {
        double lean = at(5);
        double width = at(3) + 0.2;
        double height = at(3) + 0.2;
        return polygon(
                x,
                y,
                rounded(x + width),
                y,
                rounded(x + width + lean),
                rounded(y + height),
                rounded(x + lean),
                rounded(y + height));
    }

    private double rounded(double metres) {
        return wholeMillimetres ? Math.rint(metres * 1_000) / 1_000 : metres;
    }
}
