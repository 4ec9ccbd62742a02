package dev.footfall.geofences;

import org.locationtech.jts.geom.Envelope;

/**
 * The square cells of a floor's heat map: cell (i, j) covers {@code [origin + i·cell, origin + (i+1)·cell)}, so a point on
 * a border belongs to the right or upper cell.
 *
 * @param originXMillimetres a multiple of the cell's side
 * @param originYMillimetres a multiple of the cell's side
 * @param cellMillimetres the side of a cell
 * @param columns how many cells to the right
 * @param rows how many cells upwards
 * @param georeference where the frame lies on the earth
 */
public record Grid(
        int originXMillimetres,
        int originYMillimetres,
        int cellMillimetres,
        int columns,
        int rows,
        Georeference georeference) {

    /** A shorter piece of a segment is rounding, not presence. */
    static final long SHORTEST_PIECE_NANOS = 1_000;

    static final long MOST_CELLS = 4_000_000;

    /** Farthest from the origin that a layout may reach: 100 km, well within an int of millimetres. */
    static final double FARTHEST_METRES = 100_000;

    private static final int OUTSIDE = -1;

    public Grid {
        Checks.between("cellMillimetres", cellMillimetres, 1, Parameters.LARGEST_CELL_MILLIMETRES);
        Checks.between("columns", columns, 1, MOST_CELLS);
        Checks.between("rows", rows, 1, MOST_CELLS);
        Checks.between("columns × rows", (long) columns * rows, 1, MOST_CELLS);
    }

    /** The smallest grid over a floor's bounding box (metres) whose origin is a multiple of the cell's side. */
    static Grid over(Envelope box, int cellMillimetres, Georeference georeference) {
        long left = Math.floorDiv((long) Math.floor(millimetres(box.getMinX())), cellMillimetres);
        long bottom = Math.floorDiv((long) Math.floor(millimetres(box.getMinY())), cellMillimetres);
        return new Grid(
                Math.toIntExact(left * cellMillimetres),
                Math.toIntExact(bottom * cellMillimetres),
                cellMillimetres,
                cellsUpTo(box.getMaxX(), left, cellMillimetres),
                cellsUpTo(box.getMaxY(), bottom, cellMillimetres),
                georeference);
    }

    private static int cellsUpTo(double maxMetres, long firstCell, int cellMillimetres) {
        long lastMillimetre = (long) Math.ceil(millimetres(maxMetres));
        return Math.toIntExact(Math.max(1, -Math.floorDiv(-lastMillimetre, cellMillimetres) - firstCell));
    }

    /** Metres as millimetres, freed of the noise that binary fractions leave behind (8.469999999999999 is 8470). */
    private static double millimetres(double metres) {
        double millimetres = metres * 1_000;
        double whole = Math.rint(millimetres);
        return Math.abs(millimetres - whole) < 1e-6 ? whole : millimetres;
    }

    /** The x of a column's centre in metres. */
    public double centreXMetres(int column) {
        return (originXMillimetres + (column + 0.5) * cellMillimetres) / 1_000;
    }

    /** The y of a row's centre in metres. */
    public double centreYMetres(int row) {
        return (originYMillimetres + (row + 0.5) * cellMillimetres) / 1_000;
    }

    /** Degrees of longitude of a cell's centre. */
    public double longitude(int column, int row) {
        return georeference.longitude(centreXMetres(column), centreYMetres(row));
    }

    /** Degrees of latitude of a cell's centre. */
    public double latitude(int column, int row) {
        return georeference.latitude(centreXMetres(column), centreYMetres(row));
    }

    /** The column of a point that stands still; −1 when that is outside. */
    public int column(int xMillimetres) {
        long column = Math.floorDiv((long) xMillimetres - originXMillimetres, cellMillimetres);
        return 0 <= column && column < columns ? (int) column : OUTSIDE;
    }

    /** The row of a point that stands still; −1 when that is outside. */
    public int row(int yMillimetres) {
        long row = Math.floorDiv((long) yMillimetres - originYMillimetres, cellMillimetres);
        return 0 <= row && row < rows ? (int) row : OUTSIDE;
    }

    /**
     * Cuts a straight movement at constant speed, from (x0, y0) at t0 to (x1, y1) at t1, exactly at the cells' borders.
     *
     * <p>The pieces come in order of time and tile the segment, but for those shorter than 1 µs, which are left out. Moving
     * left or down from a border one is in the left or lower cell at once; moving along a border, in the right or upper
     * one; passing through a corner, in no cell beside it. Consecutive time outside the grid is one piece at (−1, −1).
     */
    public void cut(int x0, int y0, long t0Nanos, int x1, int y1, long t1Nanos, CellPieces sink) {
        long dx = (long) x1 - x0;
        long dy = (long) y1 - y0;
        long lengthX = Math.abs(dx);
        long lengthY = Math.abs(dy);
        long fromX = (long) x0 - originXMillimetres;
        long fromY = (long) y0 - originYMillimetres;
        long column = firstCell(fromX, dx);
        long row = firstCell(fromY, dy);
        // How far the movement has come along an axis when it reaches the next border on it.
        long nextX = firstBorder(fromX, column, dx);
        long nextY = firstBorder(fromY, row, dy);

        long from = t0Nanos;
        while (nextX < lengthX || nextY < lengthY) {
            // Which border comes first, nextX/lengthX or nextY/lengthY, is compared without rounding.
            int order = nextX >= lengthX ? 1 : nextY >= lengthY ? -1 : Long.compare(nextX * lengthY, nextY * lengthX);
            double share = order <= 0 ? (double) nextX / lengthX : (double) nextY / lengthY;
            long to = t0Nanos + Math.round(share * (t1Nanos - t0Nanos));
            boolean leaves = isInside(column, row);
            long nextColumn = order <= 0 ? column + Long.signum(dx) : column;
            long nextRow = order >= 0 ? row + Long.signum(dy) : row;
            if (leaves || isInside(nextColumn, nextRow)) {
                report(column, row, from, to, sink);
                from = to;
            }
            if (order <= 0) {
                nextX += cellMillimetres;
            }
            if (order >= 0) {
                nextY += cellMillimetres;
            }
            column = nextColumn;
            row = nextRow;
        }
        report(column, row, from, t1Nanos, sink);
    }

    private long firstCell(long from, long direction) {
        return Math.floorDiv(direction < 0 ? from - 1 : from, cellMillimetres);
    }

    private long firstBorder(long from, long cell, long direction) {
        return direction < 0 ? from - cell * cellMillimetres : (cell + 1) * cellMillimetres - from;
    }

    private boolean isInside(long column, long row) {
        return 0 <= column && column < columns && 0 <= row && row < rows;
    }

    private void report(long column, long row, long from, long to, CellPieces sink) {
        if (to - from < SHORTEST_PIECE_NANOS) {
            return;
        }
        if (isInside(column, row)) {
            sink.in((int) column, (int) row, from, to);
        } else {
            sink.in(OUTSIDE, OUTSIDE, from, to);
        }
    }
}
