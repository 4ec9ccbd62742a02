package dev.footfall.geofences;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
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
 */
final class CellEdges {

    private final Envelope cell;
    private double[] kept = new double[32];
    private int length;
    private boolean odd;
    private double runStart = Double.NaN;
    private double runEnd = Double.NaN;

    CellEdges(ZoneEdges zone, Envelope cell) {
        this.cell = cell;
        for (int e = 0; e < zone.count; e++) {
            add(zone.ax[e], zone.ay[e], zone.bx[e], zone.by[e]);
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

    private void add(double ax, double ay, double bx, double by) {
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
        if (isBesides(ay) && isBesides(by) && leavesCellOnOneSide(ax, ay, bx, by)) {
            odd ^= ZoneEdges.crossing(ax, ay, bx, by, cell.getMinX(), cell.getMinY()) == ZoneEdges.CROSSES;
        } else {
            keep(ax, ay, bx, by);
        }
    }

    /** Whether the whole cell lies on one side of the edge's line, so that all its rays cross the edge or none does. */
    private boolean leavesCellOnOneSide(double ax, double ay, double bx, double by) {
        int sides = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, cell.getMinX(), cell.getMinY())
                + CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, cell.getMaxX(), cell.getMinY())
                + CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, cell.getMaxX(), cell.getMaxY())
                + CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, cell.getMinX(), cell.getMaxY());
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
