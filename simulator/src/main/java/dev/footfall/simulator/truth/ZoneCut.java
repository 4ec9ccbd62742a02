package dev.footfall.simulator.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * When straight movements are inside a polygon: it takes every place where the line meets the outline, and asks of each part in between whether its
 * middle is inside.
 */
final class ZoneCut {
    private static final long SHORTEST_NANOS = 1_000;

    private final Envelope box;
    private final IndexedPointInAreaLocator locator;
    private final List<Coordinate[]> edges = new ArrayList<>();

    /** Takes a part of a movement that is inside. */
    @FunctionalInterface
    interface Parts {
        void inside(long fromNanos, long toNanos);
    }

    ZoneCut(Geometry zone) {
        this.box = zone.getEnvelopeInternal();
        this.locator = new IndexedPointInAreaLocator(zone);
        for (Object line : LinearComponentExtracter.getLines(zone)) {
            Coordinate[] ring = ((Geometry) line).getCoordinates();
            for (int n = 1; n < ring.length; n++) {
                edges.add(new Coordinate[] {ring[n - 1], ring[n]});
            }
        }
    }

    boolean covers(Coordinate point) {
        return box.contains(point) && locator.locate(point) != Location.EXTERIOR;
    }

    /** Cuts a movement; parts are handed over in order of time, neighbours as one. */
    void cut(Coordinate from, long fromNanos, Coordinate to, long toNanos, Parts parts) {
        if (!box.intersects(from, to)) {
            return;
        }
        if (from.equals2D(to)) {
            if (covers(from)) {
                parts.inside(fromNanos, toNanos);
            }
            return;
        }
        double[] shares = meetings(from, to);
        long begin = -1;
        long end = -1;
        for (int n = 1; n < shares.length; n++) {
            if (shares[n] > shares[n - 1] && covers(at(from, to, (shares[n - 1] + shares[n]) / 2))) {
                long partBegin = instant(fromNanos, toNanos, shares[n - 1]);
                long partEnd = instant(fromNanos, toNanos, shares[n]);
                if (begin >= 0 && partBegin - end < SHORTEST_NANOS) {
                    end = partEnd;
                } else {
                    hand(begin, end, parts);
                    begin = partBegin;
                    end = partEnd;
                }
            }
        }
        hand(begin, end, parts);
    }

    private static void hand(long begin, long end, Parts parts) {
        if (begin >= 0 && end - begin >= SHORTEST_NANOS) {
            parts.inside(begin, end);
        }
    }

    /** 0, 1, and the shares of the movement at which it meets an edge, ascending. */
    private double[] meetings(Coordinate from, Coordinate to) {
        double[] shares = new double[2 + 2 * edges.size()];
        int count = 1;
        shares[count++] = 1;
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        for (Coordinate[] edge : edges) {
            double first = dx * (edge[0].y - from.y) - dy * (edge[0].x - from.x);
            double second = dx * (edge[1].y - from.y) - dy * (edge[1].x - from.x);
            if (first == 0) {
                count = add(shares, count, along(from, edge[0], dx, dy));
            }
            if (second == 0) {
                count = add(shares, count, along(from, edge[1], dx, dy));
            }
            if (first < 0 != second < 0 && first != 0 && second != 0) {
                double part = first / (first - second);
                Coordinate meeting = at(edge[0], edge[1], part);
                count = add(shares, count, along(from, meeting, dx, dy));
            }
        }
        double[] sorted = Arrays.copyOf(shares, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int add(double[] shares, int count, double share) {
        if (share > 0 && share < 1) {
            shares[count] = share;
            return count + 1;
        }
        return count;
    }

    private static double along(Coordinate from, Coordinate point, double dx, double dy) {
        return ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy);
    }

    private static Coordinate at(Coordinate from, Coordinate to, double share) {
        return new Coordinate(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    }

    private static long instant(long fromNanos, long toNanos, double share) {
        return fromNanos + Math.round((toNanos - fromNanos) * share);
    }
}
