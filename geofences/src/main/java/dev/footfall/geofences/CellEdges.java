package dev.footfall.geofences;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * The edges of a zone that can matter to points of one raster cell.
 *
 * <p>A point is inside when its ray to the right crosses the boundary an odd number of times. Edges that pass the cell on
 * the left, above or below are never crossed. A run of consecutive edges that lies wholly to the right of the cell is
 * crossed an odd number of times exactly when one of its ends is above the point and the other is not, whatever lies
 * between: each edge crossed changes sides. So a run becomes a constant when the height of neither end falls into the
 * cell, and one upright edge between these heights otherwise. What is left are the edges that pass through the cell's box.
 *
 * <pre>
 *        ┌───┐ a ·──·     ·──· b      run a…b: one end above the cell, one below:
 *        │ P ·──────────────────→     every ray of the cell crosses it an odd number of times
 *        └───┘       ·──·  ·──·
 * </pre>
 *
 * <p>Mostly nothing of the boundary meets the cell after all, or one edge does that comes from beyond the cell and goes on beyond it. Then
 * the zone is the whole cell or nothing of it, or what lies on one side of that edge: {@link #isFree} and {@link #isOneLine} tell.
 */
final class CellEdges {

    private final ZoneEdges zone;
    private final Envelope cell;
    private int met;
    private int line;
    private boolean endsInCell;
    private double[] kept = new double[32];
    private int length;
    private boolean odd;
    private double runStart = Double.NaN;
    private double runEnd = Double.NaN;

    CellEdges(ZoneEdges zone, Envelope cell) {
        this.zone = zone;
        this.cell = cell;
        for (int e = 0; e < zone.count; e++) {
            add(e, zone.ax[e], zone.ay[e], zone.bx[e], zone.by[e]);
        }
        endRun();
    }

    /** The edges to test, four doubles each. */
    double[] kept() {
        return Arrays.copyOf(kept, length);
    }

    /** Whether the edges left out are crossed an odd number of times. */
    boolean odd() {
        return odd;
    }

    /** Whether no edge meets the cell. */
    boolean isFree() {
        return met == 0;
    }

    /** Whether just one edge meets the cell, and has no end in it. */
    boolean isOneLine() {
        return met == 1 && !endsInCell;
    }

    /** The edge that is the one line. */
    int line() {
        return line;
    }

    /** Whether the cell is inside, when it is free; when it is crossed by one line, whether what lies to the left of that is. */
    boolean isInside() {
        if (isFree()) {
            return isInside(cell.getMinX(), cell.getMinY());
        }
        // Of three corners at most two lie on a line.
        double[] x = {cell.getMinX(), cell.getMaxX(), cell.getMaxX()};
        double[] y = {cell.getMinY(), cell.getMinY(), cell.getMaxY()};
        int corner = 0;
        while (side(x[corner], y[corner]) == 0) {
            corner++;
        }
        return isInside(x[corner], y[corner]) == side(x[corner], y[corner]) > 0;
    }

    private int side(double x, double y) {
        return LineSide.of(zone.ax[line], zone.ay[line], zone.bx[line], zone.by[line], x, y);
    }

    private boolean isInside(double x, double y) {
        return zone.locate(x, y) == ZoneEdges.INTERIOR;
    }

    private void add(int edge, double ax, double ay, double bx, double by) {
        if (Math.min(ax, bx) > cell.getMaxX()) {
            if (runEnd != ay) {
                endRun();
                runStart = ay;
            }
            runEnd = by;
            return;
        }
        boolean passes = Math.max(ax, bx) < cell.getMinX()
                || Math.max(ay, by) < cell.getMinY()
                || Math.min(ay, by) > cell.getMaxY();
        if (passes) {
            return;
        }
        boolean isMet = !leavesCellOnOneSide(ax, ay, bx, by);
        if (isMet) {
            met++;
            line = edge;
            endsInCell |= cell.covers(ax, ay) || cell.covers(bx, by);
        }
        if (!isMet && isBesides(ay) && isBesides(by)) {
            odd ^= ZoneEdges.crossing(ax, ay, bx, by, cell.getMinX(), cell.getMinY()) == ZoneEdges.CROSSES;
        } else {
            keep(ax, ay, bx, by);
        }
    }

    /** Whether the whole cell lies on one side of the edge's line, so that all its rays cross the edge or none does. */
    private boolean leavesCellOnOneSide(double ax, double ay, double bx, double by) {
        int sides = LineSide.of(ax, ay, bx, by, cell.getMinX(), cell.getMinY())
                + LineSide.of(ax, ay, bx, by, cell.getMaxX(), cell.getMinY())
                + LineSide.of(ax, ay, bx, by, cell.getMaxX(), cell.getMaxY())
                + LineSide.of(ax, ay, bx, by, cell.getMinX(), cell.getMaxY());
        return Math.abs(sides) == 4;
    }

    /** Ends a run; two rings may share one by chance of equal heights, which changes nothing. */
    private void endRun() {
        if (!Double.isNaN(runEnd) && runStart != runEnd) {
            if (isBesides(runStart) && isBesides(runEnd)) {
                odd ^= (runStart > cell.getMaxY()) != (runEnd > cell.getMaxY());
            } else {
                double right = cell.getMaxX() + cell.getWidth();
                keep(right, runStart, right, runEnd);
            }
        }
        runStart = Double.NaN;
        runEnd = Double.NaN;
    }

    private boolean isBesides(double y) {
        return y < cell.getMinY() || y > cell.getMaxY();
    }

    private void keep(double ax, double ay, double bx, double by) {
        if (length == kept.length) {
            kept = Arrays.copyOf(kept, 2 * length);
        }
        kept[length++] = ax;
        kept[length++] = ay;
        kept[length++] = bx;
        kept[length++] = by;
    }
}
