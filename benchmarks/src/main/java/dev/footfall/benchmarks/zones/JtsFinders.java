package dev.footfall.benchmarks.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What one writes with JTS, as well as it can be done: every index built before, the point, the envelope and the visitor of the tree used again and
 * again, so that nothing is allocated that JTS does not allocate itself.
 */
final class JtsFinders {
    private JtsFinders() {}

    /** Every zone is asked; JTS compares envelopes first. */
    static ZoneFinder bruteForce(List<Geometry> zones) {
        Probe probe = new Probe();
        return (x, y, found) -> {
            probe.moveTo(x, y);
            int count = 0;
            for (int zone = 0; zone < zones.size(); zone++) {
                if (zones.get(zone).covers(probe.point)) {
                    found[count++] = zone;
                }
            }
            return count;
        };
    }

    /** A tree of envelopes, and a prepared geometry of each zone. */
    static ZoneFinder preparedGeometry(List<Geometry> zones) {
        List<PreparedGeometry> prepared =
                zones.stream().map(PreparedGeometryFactory::prepare).toList();
        Probe probe = new Probe();
        return new Tree(zones, probe, zone -> prepared.get(zone).covers(probe.point));
    }

    /** A tree of envelopes, and a tree of edges of each zone. */
    static ZoneFinder indexedLocator(List<Geometry> zones) {
        List<IndexedPointInAreaLocator> locators = new ArrayList<>();
        zones.forEach(zone -> locators.add(new IndexedPointInAreaLocator(zone)));
        Probe probe = new Probe();
        return new Tree(zones, probe, zone -> locators.get(zone).locate(probe.at) != Location.EXTERIOR);
    }

    /** The point that is asked for. */
    private static final class Probe {
        private final Coordinate at = new Coordinate();
        private final Point point = new GeometryFactory().createPoint(at);
        private final Envelope box = new Envelope();

        void moveTo(double x, double y) {
            at.x = x;
            at.y = y;
            point.geometryChanged();
            box.init(x, x, y, y);
        }
    }

    /** Asks the zones whose envelope covers the point. */
    private static final class Tree implements ZoneFinder {
        private final STRtree tree = new STRtree();
        private final Probe probe;
        private final IntPredicate covers;
        private final ItemVisitor visitor = this::visit;
        private int[] found = {};
        private int count;

        Tree(List<Geometry> zones, Probe probe, IntPredicate covers) {
            this.probe = probe;
            this.covers = covers;
            for (int zone = 0; zone < zones.size(); zone++) {
                tree.insert(zones.get(zone).getEnvelopeInternal(), zone);
            }
            tree.build();
        }

        @Override
        public int zonesAt(double x, double y, int[] zones) {
            probe.moveTo(x, y);
            found = zones;
            count = 0;
            tree.query(probe.box, visitor);
            return count;
        }

        private void visit(Object item) {
            int zone = (Integer) item;
            if (covers.test(zone)) {
                found[count++] = zone;
            }
        }
    }
}
