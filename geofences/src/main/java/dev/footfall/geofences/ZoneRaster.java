package dev.footfall.geofences;

import java.util.List;

/**
 * The raster of a zone index: for every cell, what a point in it needs to be asked.
 *
 * <p>{@code cells[row · columns + column]} says it at once where that is little, which it is for nearly all cells:
 *
 * <pre>
 *   below 0            no zone, or one that covers the cell wholly: its bits are zone · 2 + (is there one ? 1 : 0)
 *   LINE and above     one zone whose boundary is a line here: after LINE, where in {@code edges} that edge is;
 *                      after its four numbers comes a fifth: zone · 2 + (inside is on its right ? 1 : 0); cells
 * along the same edge share it
 *   else               where in {@code entries} the cell's list begins: a count, then per zone, ascending, a code
 *
 *   code = zone · 8 + kind. WHOLE: the zone covers the cell. Other kinds have two numbers after them, a stretch of
 *   {@code edges}. LEFT, RIGHT: the zone is what lies there of the one edge. EVEN, ODD: edges to be counted along a ray.
 * </pre>
 *
 * <p>Edges that are counted are tested as {@link ZoneEdges#crossing} does; those left out cross the ray of every point of the cell
 * an even or odd number of times (see {@link CellEdges}).
 */
final class ZoneRaster {

    static final int WHOLE = 0;
    static final int LEFT = 1;
    static final int RIGHT = 2;
    static final int EVEN = 3;
    static final int ODD = 4;

    static final int KIND_BITS = 3;
    static final int KIND = (1 << KIND_BITS) - 1;

    /** The cell of which no zone knows. */
    static final int NOTHING = Integer.MIN_VALUE;

    static final int LINE = 1 << 30;

    /** No cell: several, which differ. */
    static final int MIXED = -1;

    /** Of so many columns or rows at most it is asked whether they are alike. */
    private static final int MOST_ALIKE = 8;

    private final RasterFrame frame;
    private final double minX;
    private final double minY;
    private final double cellsPerMetre;
    private final int columns;
    private final int rows;
    private final int[] cells;
    private final int[] entries;
    private final double[] edges;

    ZoneRaster(RasterFrame frame, int[] cells, int[] entries, double[] edges) {
        this.frame = frame;
        this.minX = frame.minX();
        this.minY = frame.minY();
        this.cellsPerMetre = frame.cellsPerMetre();
        this.columns = frame.columns();
        this.rows = frame.rows();
        this.cells = cells;
        this.entries = entries;
        this.edges = edges;
    }

    static ZoneRaster of(List<ZoneEdges> zones) {
        return new ZoneRasterBuilder(zones).build();
    }

    /** Where the raster lies. */
    RasterFrame frame() {
        return frame;
    }

    int zonesAt(double x, double y, int[] zones) {
        if (!(x >= minX && y >= minY)) {
            return 0;
        }
        int column = (int) ((x - minX) * cellsPerMetre);
        int row = (int) ((y - minY) * cellsPerMetre);
        if (column >= columns || row >= rows) {
            return 0;
        }
        int cell = cells[row * columns + column];
        if (cell < 0) {
            zones[0] = (cell & Integer.MAX_VALUE) >> 1;
            return cell & 1;
        }
        if (cell >= LINE) {
            int e = cell - LINE;
            int code = (int) edges[e + 4];
            zones[0] = code >> 1;
            return LineSide.covers(code & 1, edges[e], edges[e + 1], edges[e + 2], edges[e + 3], x, y);
        }
        return listed(cell, x, y, zones);
    }

    private int listed(int list, double x, double y, int[] zones) {
        int end = list + 1 + entries[list];
        int found = 0;
        int at = list + 1;
        while (at < end) {
            int code = entries[at];
            zones[found] = code >> KIND_BITS;
            int kind = code & KIND;
            if (kind == WHOLE) {
                found++;
                at++;
            } else {
                found += covers(kind, entries[at + 1], entries[at + 2], x, y);
                at += 3;
            }
        }
        return found;
    }

    private int covers(int kind, int from, int to, double x, double y) {
        if (kind <= RIGHT) {
            return LineSide.covers(kind - LEFT, edges[from], edges[from + 1], edges[from + 2], edges[from + 3], x, y);
        }
        int inside = kind - EVEN;
        for (int e = from; e < to; e += 4) {
            int crossing = ZoneEdges.crossing(edges[e], edges[e + 1], edges[e + 2], edges[e + 3], x, y);
            if (crossing == ZoneEdges.ON_EDGE) {
                return 1;
            }
            inside ^= crossing;
        }
        return inside;
    }

    /** What a cell holds: equal for cells of the same zones, all of them whole. */
    int cell(int column, int row) {
        return cells[row * columns + column];
    }

    /**
     * What every cell holds that {@link RasterFrame#near} would visit, when they all hold the same: most steps lead through the midst of zones. {@link #MIXED} when they
     * differ, or are many.
     */
    int common(double ax, double ay, double bx, double by) {
        int firstColumn = Math.max(0, frame.column(Math.min(ax, bx) - RasterFrame.SLACK_METRES));
        int lastColumn = Math.min(columns - 1, frame.column(Math.max(ax, bx) + RasterFrame.SLACK_METRES));
        int firstRow = Math.max(0, frame.row(Math.min(ay, by) - RasterFrame.SLACK_METRES));
        int lastRow = Math.min(rows - 1, frame.row(Math.max(ay, by) + RasterFrame.SLACK_METRES));
        if (lastColumn < firstColumn || lastRow < firstRow) {
            return NOTHING;
        }
        if (lastColumn - firstColumn >= MOST_ALIKE || lastRow - firstRow >= MOST_ALIKE) {
            return MIXED;
        }
        int common = cell(firstColumn, firstRow);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                if (cell(column, row) != common) {
                    return MIXED;
                }
            }
        }
        return common;
    }

    /** Takes the zones of a cell. */
    @FunctionalInterface
    interface Entries {
        void zone(int zone, boolean isWhole);
    }

    /** Gives the zones of what {@link #cell} says, ascending. */
    void entries(int cell, Entries sink) {
        if (cell < 0) {
            if ((cell & 1) == 1) {
                sink.zone((cell & Integer.MAX_VALUE) >> 1, true);
            }
        } else if (cell >= LINE) {
            sink.zone((int) edges[cell - LINE + 4] >> 1, false);
        } else {
            int end = cell + 1 + entries[cell];
            for (int at = cell + 1; at < end; at += (entries[at] & KIND) == WHOLE ? 1 : 3) {
                sink.zone(entries[at] >> KIND_BITS, (entries[at] & KIND) == WHOLE);
            }
        }
    }
}
