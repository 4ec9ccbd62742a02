package dev.footfall.jobs.oracle;

import static dev.footfall.jobs.oracle.Spot.HUNDRED_DIGITS;
import static dev.footfall.jobs.oracle.Spot.turn;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import dev.footfall.jobs.oracle.Tracks.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Cuts a segment by brute force: divide it wherever anything could change, ask for the middle of every part.
 *
 * <p>Where a single point lies is asked of JTS. Along a line the arithmetic is exact, on the same binary coordinates;
 * parts of a segment shorter than {@link #SHORTEST_NANOS} are rounding, not presence.
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

    /** The way from one fraction of a segment to another. */
    record Part(BigDecimal from, BigDecimal to) {

        BigDecimal middle() {
            return from.add(to).divide(BigDecimal.valueOf(2), HUNDRED_DIGITS);
        }

        Interval interval(Segment segment) {
            return new Interval(segment.nanosAt(from), segment.nanosAt(to));
        }
    }

    private record Edge(Spot a, Spot b) {}

    static boolean covers(Geometry zone, double x, double y) {
        return zone.covers(GEOMETRIES.createPoint(new Coordinate(x, y)));
    }

    /** The parts of a segment inside a zone, its boundary included. */
    static List<Interval> inside(Geometry zone, Segment segment) {
        Coordinate from =
                new Coordinate(segment.from().xMetres(), segment.from().yMetres());
        Coordinate to = new Coordinate(segment.to().xMetres(), segment.to().yMetres());
        if (from.equals2D(to)) {
            return covers(zone, from.x, from.y)
                    ? List.of(new Interval(segment.fromNanos(), segment.toNanos()))
                    : List.of();
        }
        if (!zone.getEnvelopeInternal().intersects(from, to)) {
            return List.of();
        }
        Spot p = Spot.binary(from.x, from.y);
        Spot q = Spot.binary(to.x, to.y);
        List<Edge> edges = edges(zone);
        List<Interval> inside = new ArrayList<>();
        for (Part part : parts(crossings(edges, p, q))) {
            if (isInside(edges, at(p, q, part.middle())) || runsAlongAnEdge(edges, p, q, part.middle())) {
                inside.add(part.interval(segment));
            }
        }
        return joined(inside).stream().filter(Interval::isPresence).toList();
    }

    private static List<Edge> edges(Geometry zone) {
        List<Edge> edges = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(zone)) {
            Coordinate[] ring = ((LineString) line).getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                edges.add(new Edge(Spot.binary(ring[i - 1].x, ring[i - 1].y), Spot.binary(ring[i].x, ring[i].y)));
            }
        }
        return edges;
    }

    /** Fractions of the way at which it meets the line through any edge, or the ends of an edge that it runs along. */
    private static List<BigDecimal> crossings(List<Edge> edges, Spot p, Spot q) {
        List<BigDecimal> fractions = new ArrayList<>();
        for (Edge edge : edges) {
            Spot direction = edge.b().minus(edge.a());
            BigDecimal across = q.minus(p).cross(direction);
            if (across.signum() != 0) {
                fractions.add(edge.a().minus(p).cross(direction).divide(across, HUNDRED_DIGITS));
            } else {
                fractions.add(along(p, q, edge.a()));
                fractions.add(along(p, q, edge.b()));
            }
        }
        return fractions;
    }

    private static boolean runsAlongAnEdge(List<Edge> edges, Spot p, Spot q, BigDecimal fraction) {
        return edges.stream().anyMatch(edge -> {
            BigDecimal a = along(p, q, edge.a());
            BigDecimal b = along(p, q, edge.b());
            return turn(edge.a(), edge.b(), p).signum() == 0
                    && turn(edge.a(), edge.b(), q).signum() == 0
                    && a.min(b).compareTo(fraction) <= 0
                    && fraction.compareTo(a.max(b)) <= 0;
        });
    }

    /** Whether a ray to the right meets an odd number of edges; a point on an edge may be either. */
    private static boolean isInside(List<Edge> edges, Spot c) {
        long met = edges.stream()
                .filter(e -> (e.a().y().compareTo(c.y()) > 0) != (e.b().y().compareTo(c.y()) > 0))
                .filter(e -> turn(e.a(), e.b(), c).signum() > 0 == e.b().y().compareTo(e.a().y()) > 0)
                .count();
        return met % 2 == 1;
    }

    private static Spot at(Spot p, Spot q, BigDecimal fraction) {
        Spot way = q.minus(p);
        return new Spot(p.x().add(way.x().multiply(fraction)), p.y().add(way.y().multiply(fraction)));
    }

    /** The fraction of the way from p to q at which c lies nearest. */
    private static BigDecimal along(Spot p, Spot q, Spot c) {
        return c.minus(p).dot(q.minus(p)).divide(q.minus(p).dot(q.minus(p)), HUNDRED_DIGITS);
    }

    /** The parts of a way between fractions of it, in order. */
    static List<Part> parts(List<BigDecimal> fractions) {
        List<BigDecimal> borders = new ArrayList<>(fractions);
        borders.add(ZERO);
        borders.add(ONE);
        borders.removeIf(f -> f.compareTo(ZERO) < 0 || f.compareTo(ONE) > 0);
        borders.sort(null);
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i < borders.size(); i++) {
            if (borders.get(i - 1).compareTo(borders.get(i)) < 0) {
                parts.add(new Part(borders.get(i - 1), borders.get(i)));
            }
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
