package dev.footfall.benchmarks.segments;

import dev.footfall.geofences.Zone;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Where a segment lies in zones as one asks JTS: a tree of envelopes finds the zones that are near, their prepared geometries tell whether they cover the
 * segment or meet it, and only in the latter case the intersection is drawn; its share of the length is the share of the time.
 */
final class JtsCut {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<Geometry> zones;
    private final List<PreparedGeometry> prepared = new ArrayList<>();
    private final STRtree tree = new STRtree();

    private Geometry segment = FACTORY.createPoint();
    private double length;
    private long nanos;
    private long[] inside = {};
    private final ItemVisitor visitor = item -> visit((Integer) item);

    JtsCut(List<Zone> zones) {
        this.zones = zones.stream().map(Zone::geometry).toList();
        for (Geometry zone : this.zones) {
            tree.insert(zone.getEnvelopeInternal(), prepared.size());
            prepared.add(PreparedGeometryFactory.prepare(zone));
        }
        tree.build();
    }

    /** Adds to {@code insideNanos} how long the segment was in each zone. */
    void cut(int x0, int y0, int x1, int y1, long lastsNanos, long[] insideNanos) {
        Coordinate from = new Coordinate(x0 / 1_000.0, y0 / 1_000.0);
        if (x0 == x1 && y0 == y1) {
            Point stands = FACTORY.createPoint(from);
            segment = stands;
        } else {
            LineString walks =
                    FACTORY.createLineString(new Coordinate[] {from, new Coordinate(x1 / 1_000.0, y1 / 1_000.0)});
            segment = walks;
        }
        length = segment.getLength();
        nanos = lastsNanos;
        inside = insideNanos;
        tree.query(segment.getEnvelopeInternal(), visitor);
    }

    private void visit(int zone) {
        PreparedGeometry there = prepared.get(zone);
        if (there.covers(segment)) {
            inside[zone] += nanos;
        } else if (length > 0 && there.intersects(segment)) {
            Geometry part = OverlayNGRobust.overlay(zones.get(zone), segment, OverlayNG.INTERSECTION);
            inside[zone] += Math.round(part.getLength() / length * nanos);
        }
    }
}
