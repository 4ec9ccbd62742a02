package dev.footfall.geofences;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** Where a raster lies: a little around all zones, in square cells; coarser than usual where there would be too many. */
record RasterFrame(double minX, double minY, double side, int columns, int rows) {

    private static final double USUAL_SIDE_METRES = 0.25;
    private static final double MOST_CELLS = 1_000_000;

    /** As many columns or rows further is far. */
    private static final int FEW = 3;

    /** How far from its cell a point may seem to lie by rounding; far above that, far below a millimetre. */
    static final double SLACK_METRES = 1e-7;

    static RasterFrame around(List<ZoneEdges> zones) {
        Envelope box = new Envelope();
        zones.forEach(zone -> box.expandToInclude(zone.box));
        if (box.isNull()) {
            return new RasterFrame(0, 0, USUAL_SIDE_METRES, 0, 0);
        }
        box.expandBy(2 * SLACK_METRES);
        double side = Math.max(USUAL_SIDE_METRES, Math.sqrt(box.getArea() / MOST_CELLS));
        side = Math.max(side, Math.max(box.getWidth(), box.getHeight()) / MOST_CELLS);
        int columns = (int) Math.floor(box.getWidth() / side) + 1;
        int rows = (int) Math.floor(box.getHeight() / side) + 1;
        return new RasterFrame(box.getMinX(), box.getMinY(), side, columns, rows);
    }

    /** The box of every point that falls into the cell, and a little more. */
    Envelope cell(int column, int row) {
        return new Envelope(
                minX + column * side - SLACK_METRES,
                minX + (column + 1) * side + SLACK_METRES,
                minY + row * side - SLACK_METRES,
                minY + (row + 1) * side + SLACK_METRES);
    }

    /** Takes cells. */
    @FunctionalInterface
    interface Cells {
        void at(int column, int row);
    }

    /** Visits every cell that a line from a to b passes or touches, and some beside it; row by row, in no other order. */
    void along(double ax, double ay, double bx, double by, Cells cells) {
        int firstRow = Math.max(0, row(Math.min(ay, by) - SLACK_METRES));
        int lastRow = Math.min(rows - 1, row(Math.max(ay, by) + SLACK_METRES));
        for (int row = firstRow; row <= lastRow; row++) {
            double enters = xAt(minY + row * side - SLACK_METRES, ax, ay, bx, by);
            double leaves = xAt(minY + (row + 1) * side + SLACK_METRES, ax, ay, bx, by);
            if (ay == by) {
                enters = ax;
                leaves = bx;
            }
            int firstColumn = Math.max(0, column(Math.min(enters, leaves) - SLACK_METRES));
            int lastColumn = Math.min(columns - 1, column(Math.max(enters, leaves) + SLACK_METRES));
            for (int column = firstColumn; column <= lastColumn; column++) {
                cells.at(column, row);
            }
        }
    }

    /**
     * Visits at least the cells that {@link #along} visits. Of a short line, such as a step of a shopper, these are all cells of its box: to look at a few more
     * is cheaper than to find out where the line is in each row.
     */
    void near(double ax, double ay, double bx, double by, Cells cells) {
        int firstColumn = Math.max(0, column(Math.min(ax, bx) - SLACK_METRES));
        int lastColumn = Math.min(columns - 1, column(Math.max(ax, bx) + SLACK_METRES));
        int firstRow = Math.max(0, row(Math.min(ay, by) - SLACK_METRES));
        int lastRow = Math.min(rows - 1, row(Math.max(ay, by) + SLACK_METRES));
        if (lastColumn - firstColumn > FEW || lastRow - firstRow > FEW) {
            along(ax, ay, bx, by, cells);
            return;
        }
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                cells.at(column, row);
            }
        }
    }

    /** The x of the line at a height; that of its nearer end where it does not reach so far. */
    private static double xAt(double y, double ax, double ay, double bx, double by) {
        double share = Math.max(0, Math.min(1, (y - ay) / (by - ay)));
        return ax + share * (bx - ax);
    }

    int column(double x) {
        return (int) Math.floor((x - minX) * cellsPerMetre());
    }

    int row(double y) {
        return (int) Math.floor((y - minY) * cellsPerMetre());
    }

    /** Multiplied by, which rounds otherwise than divided by the side, but far within the slack. */
    double cellsPerMetre() {
        return 1 / side;
    }
}
