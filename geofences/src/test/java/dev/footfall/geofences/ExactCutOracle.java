package dev.footfall.geofences;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The slow, obvious cut: with eighty digits, the movement is split wherever it meets the line of an edge, and the middle of
 * every part is asked whether it lies inside or on the boundary.
 */
final class ExactCutOracle {

    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal NOTHING = new BigDecimal("1e-50");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private record Point(BigDecimal x, BigDecimal y) {
        static Point of(Coordinate at) {
            return new Point(new BigDecimal(at.x), new BigDecimal(at.y));
        }

        Point towards(Point to, BigDecimal share) {
            return new Point(x.add(share.multiply(to.x.subtract(x))), y.add(share.multiply(to.y.subtract(y))));
        }
    }

    private record Edge(Point a, Point b) {
        /** Twice the signed area of the triangle a, b, p; zero when they are on a line. */
        BigDecimal area(Point p) {
            BigDecimal area = b.x.subtract(a.x)
                    .multiply(p.y.subtract(a.y))
                    .subtract(b.y.subtract(a.y).multiply(p.x.subtract(a.x)));
            return area.abs().compareTo(NOTHING) < 0 ? BigDecimal.ZERO : area;
        }

        boolean holds(Point p) {
            return area(p).signum() == 0 && between(a.x, p.x, b.x) && between(a.y, p.y, b.y);
        }

        private static boolean between(BigDecimal a, BigDecimal value, BigDecimal b) {
            return value.compareTo(a.min(b).subtract(NOTHING)) >= 0
                    && value.compareTo(a.max(b).add(NOTHING)) <= 0;
        }
    }

    private final List<Edge> edges = new ArrayList<>();

    ExactCutOracle(Geometry zone) {
        for (int part = 0; part < zone.getNumGeometries(); part++) {
            Geometry boundary = zone.getGeometryN(part).getBoundary();
            for (int ring = 0; ring < boundary.getNumGeometries(); ring++) {
                Coordinate[] points = boundary.getGeometryN(ring).getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    edges.add(new Edge(Point.of(points[i - 1]), Point.of(points[i])));
                }
            }
        }
    }

    /** The shares of the movement between which it is inside: from, to, from, to, … */
    List<Double> inside(Coordinate from, Coordinate to) {
        Point p = Point.of(from);
        Point q = Point.of(to);
        TreeSet<BigDecimal> cuts = new TreeSet<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
        for (Edge edge : edges) {
            BigDecimal before = edge.area(p);
            BigDecimal change = before.subtract(edge.area(q));
            if (change.signum() != 0) {
                addInside(cuts, before.divide(change, DIGITS));
            } else {
                addInside(cuts, share(p, q, edge.a));
                addInside(cuts, share(p, q, edge.b));
            }
        }
        List<Double> inside = new ArrayList<>();
        BigDecimal last = BigDecimal.ZERO;
        boolean wasInside = false;
        for (BigDecimal cut : cuts.tailSet(BigDecimal.ZERO, false)) {
            boolean isInside = covers(p.towards(q, last.add(cut).divide(TWO, DIGITS)));
            if (isInside != wasInside) {
                inside.add(last.doubleValue());
            }
            wasInside = isInside;
            last = cut;
        }
        if (wasInside) {
            inside.add(1.0);
        }
        return inside;
    }

    private static void addInside(Set<BigDecimal> cuts, BigDecimal share) {
        if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0) {
            cuts.add(share);
        }
    }

    private static BigDecimal share(Point p, Point q, Point corner) {
        BigDecimal dx = q.x.subtract(p.x);
        BigDecimal dy = q.y.subtract(p.y);
        return dx.abs().compareTo(dy.abs()) >= 0
                ? corner.x.subtract(p.x).divide(dx, DIGITS)
                : corner.y.subtract(p.y).divide(dy, DIGITS);
    }

    private boolean covers(Point p) {
        boolean inside = false;
        for (Edge edge : edges) {
            if (edge.holds(p)) {
                return true;
            }
            boolean aAbove = edge.a.y.compareTo(p.y) > 0;
            boolean bAbove = edge.b.y.compareTo(p.y) > 0;
            if (aAbove != bAbove) {
                inside ^= (edge.area(p).signum() > 0) == bAbove;
            }
        }
        return inside;
    }
}
