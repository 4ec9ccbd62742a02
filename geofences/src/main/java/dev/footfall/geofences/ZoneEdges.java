package dev.footfall.geofences;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The boundary of a polygon or multipolygon as plain arrays: edge e runs from (ax, ay) to (bx, by), ring after ring.
 *
 * <p>Whether a point is covered is decided as JTS's {@code RayCrossingCounter} does, over all rings at once, with JTS's
 * own orientation predicate; for a valid geometry that equals {@code covers}.
 */
final class ZoneEdges {

    static final int EXTERIOR = 0;
    static final int BOUNDARY = 1;
    static final int INTERIOR = 2;

    final Envelope box;
    final int count;
    final double[] ax;
    final double[] ay;
    final double[] bx;
    final double[] by;

    ZoneEdges(Geometry geometry) {
        box = geometry.getEnvelopeInternal();
        Edges edges = new Edges(geometry.getNumPoints());
        geometry.apply(edges);
        count = edges.count;
        ax = edges.ax;
        ay = edges.ay;
        bx = edges.bx;
        by = edges.by;
    }

    /** Where a point lies, decided over all edges. */
    int locate(double x, double y) {
        boolean inside = false;
        for (int e = 0; e < count; e++) {
            int crossing = crossing(ax[e], ay[e], bx[e], by[e], x, y);
            if (crossing == ON_EDGE) {
                return BOUNDARY;
            }
            inside ^= crossing == CROSSES;
        }
        return inside ? INTERIOR : EXTERIOR;
    }

    static final int MISSES = 0;
    static final int CROSSES = 1;
    static final int ON_EDGE = 2;

    /** How the ray from (x, y) to the right meets the edge from a to b. */
    static int crossing(double ax, double ay, double bx, double by, double x, double y) {
        if (ax < x && bx < x) {
            return MISSES;
        }
        if (bx == x && by == y) {
            return ON_EDGE;
        }
        if (ay == y && by == y) {
            return Math.min(ax, bx) <= x && x <= Math.max(ax, bx) ? ON_EDGE : MISSES;
        }
        if ((ay > y) == (by > y)) {
            return MISSES;
        }
        int side = LineSide.of(ax, ay, bx, by, x, y);
        if (side == 0) {
            return ON_EDGE;
        }
        return (side > 0) == (by > ay) ? CROSSES : MISSES;
    }

    /** Collects the edges of every ring. */
    private static final class Edges implements CoordinateSequenceFilter {

        private final double[] ax;
        private final double[] ay;
        private final double[] bx;
        private final double[] by;
        private int count;

        private Edges(int atMost) {
            ax = new double[atMost];
            ay = new double[atMost];
            bx = new double[atMost];
            by = new double[atMost];
        }

        @Override
        public void filter(CoordinateSequence ring, int i) {
            if (i == 0) {
                return;
            }
            Coordinate a = ring.getCoordinate(i - 1);
            Coordinate b = ring.getCoordinate(i);
            if (!a.equals2D(b)) {
                ax[count] = a.x;
                ay[count] = a.y;
                bx[count] = b.x;
                by[count] = b.y;
                count++;
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
