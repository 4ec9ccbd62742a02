package dev.footfall.jobs.oracle;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Random polygons of the kinds that zones have. */
final class RandomShapes {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Dice dice;

    RandomShapes(Dice dice) {
        this.dice = dice;
    }

    /** A valid area within a box; one that touches or lies in another when there are others. */
    Geometry area(Envelope box, List<Geometry> others) {
        while (true) {
            Geometry area = dice.chance(0.35) && !others.isEmpty() ? beside(dice.pick(others)) : alone(box);
            if (area.isValid() && area.getArea() > 0.01) {
                return area;
            }
        }
    }

    private Geometry alone(Envelope box) {
        double x0 = dice.coordinate(box.getMinX() - 1, box.getMaxX() - 1);
        double y0 = dice.coordinate(box.getMinY() - 1, box.getMaxY() - 1);
        double x1 = dice.coordinate(x0 + 0.5, x0 + box.getWidth() / 1.5);
        double y1 = dice.coordinate(y0 + 0.5, y0 + box.getHeight() / 1.5);
        Envelope inside = new Envelope(x0, x1, y0, y1);
        return switch (dice.between(0, 6)) {
            case 0 -> concave(inside);
            case 1 -> holed(inside);
            case 2 -> islands(inside);
            case 3 -> triangle(inside);
            case 4 -> hull(inside);
            default -> rectangle(x0, y0, x1, y1);
        };
    }

    /** Shares an edge with another's box, or its box itself, or lies inside it. */
    private Geometry beside(Geometry other) {
        Envelope box = other.getEnvelopeInternal();
        double width = dice.coordinate(0.5, 4);
        return switch (dice.between(0, 3)) {
            case 0 -> rectangle(box.getMaxX(), box.getMinY(), box.getMaxX() + width, box.getMaxY());
            case 1 -> rectangle(box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMaxY() + width);
            case 2 -> rectangle(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            default ->
                rectangle(
                        box.getMinX() + box.getWidth() / 4,
                        box.getMinY(),
                        box.getMinX() + box.getWidth() / 2,
                        box.getMinY() + box.getHeight() / 2);
        };
    }

    static Polygon rectangle(double x0, double y0, double x1, double y1) {
        return polygon(x0, y0, x1, y0, x1, y1, x0, y1);
    }

    static LineString line(double ax, double ay, double bx, double by) {
        return GEOMETRIES.createLineString(new Coordinate[] {new Coordinate(ax, ay), new Coordinate(bx, by)});
    }

    /** A box with a bay cut into its upper side. */
    Polygon concave(Envelope box) {
        double left = box.getMinX() + box.getWidth() / 4;
        double right = box.getMinX() + box.getWidth() / 2;
        double floor = box.getMinY() + box.getHeight() / 4;
        return polygon(
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                right,
                box.getMaxY(),
                right,
                floor,
                left,
                floor,
                left,
                box.getMaxY(),
                box.getMinX(),
                box.getMaxY());
    }

    private Geometry holed(Envelope box) {
        Polygon hole = rectangle(
                box.getMinX() + box.getWidth() / 4,
                box.getMinY() + box.getHeight() / 4,
                box.getMinX() + box.getWidth() / 2,
                box.getMinY() + box.getHeight() / 2);
        return rectangle(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
                .difference(hole);
    }

    /** Two boxes, apart or touching in one corner. */
    private Geometry islands(Envelope box) {
        double gap = dice.pick(0.0, 0.25, 0.5);
        double middleX = box.getMinX() + box.getWidth() / 2;
        double middleY = box.getMinY() + box.getHeight() / 2;
        return GEOMETRIES.createMultiPolygon(new Polygon[] {
            rectangle(box.getMinX(), box.getMinY(), middleX, middleY),
            rectangle(middleX + gap, middleY + gap, box.getMaxX() + gap, box.getMaxY() + gap)
        });
    }

    /** Its diagonal holds many whole millimetres, exactly, when the corners are multiples of 0.25 m. */
    private Geometry triangle(Envelope box) {
        double x = Dice.rounded(box.getMinX(), "0.25");
        double y = Dice.rounded(box.getMinY(), "0.25");
        double side = Math.max(0.5, Dice.rounded(Math.min(box.getWidth(), box.getHeight()), "0.5"));
        return dice.chance(0.5)
                ? polygon(x, y, x + side, y, x, y + side)
                : polygon(x, y, x + side, y, x + side, y + 2 * side);
    }

    private Geometry hull(Envelope box) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = dice.between(4, 9); i > 0; i--) {
            points.add(new Coordinate(
                    dice.coordinate(box.getMinX(), box.getMaxX()), dice.coordinate(box.getMinY(), box.getMaxY())));
        }
        return new ConvexHull(points.toArray(new Coordinate[0]), GEOMETRIES).getConvexHull();
    }

    private static Polygon polygon(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < ring.length - 1; i++) {
            ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0].copy();
        return GEOMETRIES.createPolygon(ring);
    }
}
