package dev.footfall.jobs.oracle;

import dev.footfall.jobs.oracle.Tracks.Segment;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Cuts a segment by brute force: divide it wherever anything could change, ask for the middle of every part.
 *
 * <p>Parts of a segment shorter than {@link #SHORTEST_NANOS} are rounding, not presence.
 */
final class Cutting {

    static final long SHORTEST_NANOS = 1_000;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Cutting() {}

    /** A stretch of time spent somewhere; of zero length for a lone point. */
    record Interval(long fromNanos, long toNanos) {

        boolean isPresence() {
            return toNanos - fromNanos >= SHORTEST_NANOS;
        }
    }

    static boolean covers(Geometry zone, double x, double y) {
        return zone.covers(GEOMETRIES.createPoint(new Coordinate(x, y)));
    }

    /** The parts of a segment inside a zone, its boundary included. */
    static List<Interval> inside(Geometry zone, Segment segment) {
        Coordinate p = new Coordinate(segment.from().xMetres(), segment.from().yMetres());
        Coordinate q = new Coordinate(segment.to().xMetres(), segment.to().yMetres());
        if (!zone.getEnvelopeInternal().intersects(p, q)) {
            return List.of();
        }
        if (p.equals2D(q)) {
            return covers(zone, p.x, p.y) ? List.of(new Interval(segment.fromNanos(), segment.toNanos())) : List.of();
        }
        List<Interval> parts = new ArrayList<>();
        for (double[] part : parts(edgeCrossings(zone, p, q))) {
            double middle = (part[0] + part[1]) / 2;
            if (covers(zone, p.x + middle * (q.x - p.x), p.y + middle * (q.y - p.y))
                    || runsAlongAnEdge(zone, p, q, middle)) {
                parts.add(new Interval(segment.nanosAt(part[0]), segment.nanosAt(part[1])));
            }
        }
        return joined(parts).stream().filter(Interval::isPresence).toList();
    }

    /** Fractions of the way at which the line meets the line through any edge. */
    private static List<Double> edgeCrossings(Geometry zone, Coordinate p, Coordinate q) {
        List<Double> fractions = new ArrayList<>();
        for (Coordinate[] edge : edges(zone)) {
            Coordinate a = edge[0];
            Coordinate b = edge[1];
            double across = cross(q.x - p.x, q.y - p.y, b.x - a.x, b.y - a.y);
            if (across != 0) {
                fractions.add(cross(a.x - p.x, a.y - p.y, b.x - a.x, b.y - a.y) / across);
            }
            fractions.add(along(p, q, a));
            fractions.add(along(p, q, b));
        }
        return fractions;
    }

    private static boolean runsAlongAnEdge(Geometry zone, Coordinate p, Coordinate q, double fraction) {
        return edges(zone).stream().anyMatch(edge -> {
            double a = along(p, q, edge[0]);
            double b = along(p, q, edge[1]);
            return Orientation.index(edge[0], edge[1], p) == Orientation.COLLINEAR
                    && Orientation.index(edge[0], edge[1], q) == Orientation.COLLINEAR
                    && Math.min(a, b) <= fraction
                    && fraction <= Math.max(a, b);
        });
    }

    private static List<Coordinate[]> edges(Geometry zone) {
        List<Coordinate[]> edges = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(zone)) {
            Coordinate[] ring = ((LineString) line).getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                edges.add(new Coordinate[] {ring[i - 1], ring[i]});
            }
        }
        return edges;
    }

    private static double cross(double ax, double ay, double bx, double by) {
        return ax * by - ay * bx;
    }

    /** The fraction of the way from p to q at which c lies nearest. */
    private static double along(Coordinate p, Coordinate q, Coordinate c) {
        double dx = q.x - p.x;
        double dy = q.y - p.y;
        return ((c.x - p.x) * dx + (c.y - p.y) * dy) / (dx * dx + dy * dy);
    }

    /** The parts of [0, 1] between fractions, in order. */
    static List<double[]> parts(List<Double> fractions) {
        List<Double> borders = new ArrayList<>(fractions);
        borders.add(0.0);
        borders.add(1.0);
        borders.removeIf(f -> f < 0 || f > 1);
        List<Double> ordered = borders.stream().sorted().distinct().toList();
        List<double[]> parts = new ArrayList<>();
        for (int i = 1; i < ordered.size(); i++) {
            parts.add(new double[] {ordered.get(i - 1), ordered.get(i)});
        }
        return parts;
    }

    /** Intervals in order of time, those that meet made one. */
    private static List<Interval> joined(List<Interval> parts) {
        List<Interval> joined = new ArrayList<>();
        for (Interval part : parts) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).toNanos() == part.fromNanos()) {
                joined.set(last, new Interval(joined.get(last).fromNanos(), part.toNanos()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
