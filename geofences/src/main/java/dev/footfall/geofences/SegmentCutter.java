package dev.footfall.geofences;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.math.DD;

/**
 * Cuts movements at the boundaries of zones; the working space of one thread.
 *
 * <p>Whether a movement crosses an edge, and whether ahead of its start and before its end, is decided by exact orientation
 * signs alone; only the instants of crossings are rounded. To be right at vertices and along edges it follows the path
 * shifted to the left by less than anything: a vertex on the line lies to its right, so every edge is either crossed or not.
 * The shifted path is inside where an odd number of edges lie ahead. Where the line runs along an edge it is inside whatever
 * the shifted path says, since the boundary belongs to the zone.
 */
final class SegmentCutter {

    private static final double TOLERABLE_ERROR_NANOS = 0.01;

    private final List<ZoneEdges> zones;
    private final ZoneRaster raster;
    private final RasterFrame.Cells visit = this::visit;
    private final ZoneRaster.Entries meet = this::meet;

    private double x0;
    private double y0;
    private double x1;
    private double y1;
    private long t0;
    private long t1;

    // Zones met on the way, and in how many of the lists met each was whole.
    private final int[] met;
    private int metCount;
    private final int[] whole;
    private final boolean[] isMet;
    private int listsMet;
    private int lastCell;

    private long[] crossings = new long[8];
    private int crossingCount;
    private final Pieces pieces = new Pieces();

    SegmentCutter(List<ZoneEdges> zones, ZoneRaster raster) {
        this.zones = zones;
        this.raster = raster;
        this.met = new int[zones.size()];
        this.whole = new int[zones.size()];
        this.isMet = new boolean[zones.size()];
    }

    void cut(int fromX, int fromY, long fromNanos, int toX, int toY, long toNanos, ZonePieces sink) {
        forgetLast();
        if (toNanos - fromNanos < Grid.SHORTEST_PIECE_NANOS) {
            return;
        }
        x0 = fromX / 1_000.0;
        y0 = fromY / 1_000.0;
        x1 = toX / 1_000.0;
        y1 = toY / 1_000.0;
        t0 = fromNanos;
        t1 = toNanos;
        if (fromX == toX && fromY == toY) {
            int count = raster.zonesAt(x0, y0, met);
            for (int i = 0; i < count; i++) {
                sink.inside(met[i], t0, t1);
            }
            return;
        }
        int common = raster.common(x0, y0, x1, y1);
        if (common == ZoneRaster.MIXED) {
            raster.frame().near(x0, y0, x1, y1, visit);
        } else {
            take(common);
        }
        if (metCount > 1) {
            Arrays.sort(met, 0, metCount);
        }
        for (int i = 0; i < metCount; i++) {
            int zone = met[i];
            if (whole[zone] == listsMet) {
                sink.inside(zone, t0, t1);
            } else if (isNear(zones.get(zone).box)) {
                cutAt(zones.get(zone));
                pieces.report(zone, sink);
            }
        }
    }

    /** Whether the movement may meet a box. */
    private boolean isNear(Envelope box) {
        return Math.max(x0, x1) >= box.getMinX()
                && Math.min(x0, x1) <= box.getMaxX()
                && Math.max(y0, y1) >= box.getMinY()
                && Math.min(y0, y1) <= box.getMaxY();
    }

    /** Clears the marks of the last movement, whose sink may have thrown. */
    private void forgetLast() {
        for (int i = 0; i < metCount; i++) {
            isMet[met[i]] = false;
            whole[met[i]] = 0;
        }
        metCount = 0;
        listsMet = 0;
        lastCell = ZoneRaster.NOTHING;
    }

    private void visit(int column, int row) {
        int cell = raster.cell(column, row);
        if (cell == lastCell && listsMet > 0) {
            return;
        }
        take(cell);
    }

    private void take(int cell) {
        lastCell = cell;
        listsMet++;
        raster.entries(cell, meet);
    }

    private void meet(int zone, boolean isWhole) {
        if (!isMet[zone]) {
            isMet[zone] = true;
            met[metCount++] = zone;
        }
        if (isWhole) {
            whole[zone]++;
        }
    }

    private void cutAt(ZoneEdges zone) {
        pieces.clear();
        crossingCount = 0;
        boolean inside = false;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        int lastSide = 0;
        for (int e = 0; e < zone.count; e++) {
            double ax = zone.ax[e];
            double ay = zone.ay[e];
            double bx = zone.bx[e];
            double by = zone.by[e];
            int sideA = ax == lastX && ay == lastY ? lastSide : side(ax, ay);
            int sideB = side(bx, by);
            lastX = bx;
            lastY = by;
            lastSide = sideB;
            if (sideA == 0 && sideB == 0) {
                addAlong(ax, ay, bx, by);
            } else if ((sideA > 0) != (sideB > 0)) {
                inside ^= sideA > 0 ? isAhead(ax, ay, bx, by) : isAhead(bx, by, ax, ay);
            }
        }
        Arrays.sort(crossings, 0, crossingCount);
        long from = t0;
        for (int i = 0; i < crossingCount; i++) {
            if (inside) {
                pieces.add(from, crossings[i]);
            }
            inside = !inside;
            from = crossings[i];
        }
        if (inside) {
            pieces.add(from, t1);
        }
    }

    /** On which side of the movement's line a point lies: 1 left, −1 right, 0 on it. */
    private int side(double x, double y) {
        return LineSide.of(x0, y0, x1, y1, x, y);
    }

    /**
     * Whether the line meets the edge, which runs from its left to its right, later than at its start; notes the instant when
     * that is before its end.
     */
    private boolean isAhead(double ax, double ay, double bx, double by) {
        if (LineSide.of(ax, ay, bx, by, x0, y0) >= 0) {
            return false;
        }
        if (LineSide.of(ax, ay, bx, by, x1, y1) > 0) {
            if (crossingCount == crossings.length) {
                crossings = Arrays.copyOf(crossings, 2 * crossingCount);
            }
            crossings[crossingCount++] = instant(share(ax, ay, bx, by));
        }
        return true;
    }

    private void addAlong(double ax, double ay, double bx, double by) {
        boolean flat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
        double a = flat ? (ax - x0) / (x1 - x0) : (ay - y0) / (y1 - y0);
        double b = flat ? (bx - x0) / (x1 - x0) : (by - y0) / (y1 - y0);
        double from = Math.max(0, Math.min(a, b));
        double to = Math.min(1, Math.max(a, b));
        if (from < to) {
            pieces.add(instant(from), instant(to));
        }
    }

    private long instant(double share) {
        return t0 + Math.round(share * (t1 - t0));
    }

    /** Which share of the movement lies before its line crosses the edge. */
    private double share(double ax, double ay, double bx, double by) {
        double left = (bx - ax) * (y0 - ay);
        double right = (by - ay) * (x0 - ax);
        double wholeLeft = (bx - ax) * (y0 - y1);
        double wholeRight = (by - ay) * (x0 - x1);
        double whole = wholeLeft - wholeRight;
        double terms = Math.abs(left) + Math.abs(right) + Math.abs(wholeLeft) + Math.abs(wholeRight);
        double error = terms / Math.abs(whole) * 1e-15 * (t1 - t0);
        double share = error < TOLERABLE_ERROR_NANOS ? (left - right) / whole : shareOfDoubled(ax, ay, bx, by);
        return Math.max(0, Math.min(1, share));
    }

    /** The same with twice the digits, for a line almost along the edge. */
    private double shareOfDoubled(double ax, double ay, double bx, double by) {
        DD dx = new DD(bx).selfSubtract(ax);
        DD dy = new DD(by).selfSubtract(ay);
        DD before = dx.multiply(new DD(y0).selfSubtract(ay)).selfSubtract(dy.multiply(new DD(x0).selfSubtract(ax)));
        DD whole = dx.multiply(new DD(y0).selfSubtract(y1)).selfSubtract(dy.multiply(new DD(x0).selfSubtract(x1)));
        return before.selfDivide(whole).doubleValue();
    }
}
