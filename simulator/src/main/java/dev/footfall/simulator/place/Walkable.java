package dev.footfall.simulator.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Where on a floor the middle of a person can be: the outline less walls and fixtures, all held off by a clearance.
 *
 * <p>Ways are planned at {@link #CLEARANCE_METRES}, walked up to {@link #SWAY_METRES} beside the plan: of a way moved by at most so much
 * at each of its corners no part moves further, so whoever walks it stays {@link #BODY_METRES} off everything.
 */
final class Walkable {
    static final double CLEARANCE_METRES = 0.45;
    static final double SWAY_METRES = 0.22;
    static final double BODY_METRES = 0.2;
    /** Sight is asked for a little nearer to things than corners are, so that a way along them is free whatever is rounded. */
    private static final double ROUNDING_METRES = 0.02;

    private static final double PROBE_METRES = 0.01;

    private final GeometryFactory geometries;
    private final Geometry area;
    private final PreparedGeometry barred;

    private Walkable(GeometryFactory geometries, Geometry area, Geometry barred) {
        this.geometries = geometries;
        this.area = area;
        this.barred = PreparedGeometryFactory.prepare(barred);
    }

    /** The part of a floor that its entry leads to, by the middle of it where one can stand there; empty when nobody can stand in it. */
    static Optional<Walkable> findFrom(Geometry outline, Geometry obstacles, Geometry entry) {
        Geometry free = heldOff(outline, obstacles, CLEARANCE_METRES);
        Geometry middle = entry.getInteriorPoint();
        List<Geometry> parts = IntStream.range(0, free.getNumGeometries())
                .mapToObj(free::getGeometryN)
                .toList();
        return parts.stream()
                .filter(part -> part.covers(middle))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(part -> part.intersects(entry))
                        .max(Comparator.comparingDouble(
                                part -> part.intersection(entry).getArea())))
                .map(part -> {
                    Geometry sight = heldOff(outline, obstacles, CLEARANCE_METRES - ROUNDING_METRES);
                    Geometry barred = outline.getEnvelope().buffer(1).difference(sight);
                    return new Walkable(outline.getFactory(), part, barred);
                });
    }

    private static Geometry heldOff(Geometry outline, Geometry obstacles, double metres) {
        BufferParameters mitred =
                new BufferParameters(2, BufferParameters.CAP_SQUARE, BufferParameters.JOIN_MITRE, 2.0);
        Geometry inner = BufferOp.bufferOp(outline, -metres, mitred);
        return inner.difference(BufferOp.bufferOp(obstacles, metres, mitred));
    }

    /** Where the middle of a person can be planned to be. */
    Geometry area() {
        return area;
    }

    boolean contains(Coordinate at) {
        return area.covers(geometries.createPoint(at));
    }

    /** Whether one can walk straight from one point of the area to another. */
    boolean sees(Coordinate from, Coordinate to) {
        LineString line = geometries.createLineString(new Coordinate[] {from, to});
        return !barred.intersects(line);
    }

    /** The corners of things around which shortest ways bend. */
    List<Coordinate> corners() {
        List<Coordinate> corners = new ArrayList<>();
        Polygon polygon = (Polygon) area;
        addCorners(polygon.getExteriorRing().getCoordinates(), corners);
        for (int ring = 0; ring < polygon.getNumInteriorRing(); ring++) {
            addCorners(polygon.getInteriorRingN(ring).getCoordinates(), corners);
        }
        return corners;
    }

    private void addCorners(Coordinate[] ring, List<Coordinate> corners) {
        int edges = ring.length - 1;
        for (int at = 0; at < edges; at++) {
            Coordinate before = towards(ring[at], ring[(at + edges - 1) % edges]);
            Coordinate after = towards(ring[at], ring[(at + 1) % edges]);
            Coordinate between = new Coordinate((before.x + after.x) / 2, (before.y + after.y) / 2);
            if (!contains(between)) {
                corners.add(ring[at]);
            }
        }
    }

    private static Coordinate towards(Coordinate from, Coordinate to) {
        double share = PROBE_METRES / from.distance(to);
        return new Coordinate(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    }
}
