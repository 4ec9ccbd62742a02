package dev.footfall.geofences;

import java.util.List;

/**
 * The raster of a zone index: for every cell, what a point in it needs to be asked.
 *
 * <p>{@code cells[row · columns + column]} is where in {@code entries} the cell's list begins: a count, then per zone, in
 * ascending order, a code. An even code is a zone that covers the cell wholly. An odd one is a zone whose boundary comes
 * near; the two numbers after it say which stretch of {@code edges} (four doubles each) to test:
 *
 * <pre>
 *   code = zone · 4 + (crossings by the edges left out are odd ? 2 : 0) + (boundary near ? 1 : 0)
 * </pre>
 *
 * <p>The edges are tested as {@link ZoneEdges#crossing} does; those left out cross the ray of every point of the cell
 * equally often (see {@link CellEdges}).
 */
final class ZoneRaster {

    static final int BORDER = 1;
    static final int ODD = 2;

    private final RasterFrame frame;
    private final int[] cells;
    private final int[] entries;
    private final double[] edges;

    ZoneRaster(RasterFrame frame, int[] cells, int[] entries, double[] edges) {
        this.frame = frame;
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

    /** Where the list of a cell begins in the entries; equal for cells with equal lists of whole zones. */
    int list(int column, int row) {
        return cells[row * frame.columns() + column];
    }

    /** The entries of all lists. */
    int entry(int at) {
        return entries[at];
    }

    int zonesAt(double x, double y, int[] zones) {
        if (!(x >= frame.minX() && y >= frame.minY())) {
            return 0;
        }
        int column = frame.column(x);
        int row = frame.row(y);
        if (column >= frame.columns() || row >= frame.rows()) {
            return 0;
        }
        int at = list(column, row);
        int end = at + 1 + entries[at];
        int found = 0;
        for (at++; at < end; at++) {
            int code = entries[at];
            if ((code & BORDER) == 0) {
                zones[found++] = code >> 2;
            } else {
                int from = entries[++at];
                int to = entries[++at];
                if (covers((code & ODD) != 0, from, to, x, y)) {
                    zones[found++] = code >> 2;
                }
            }
        }
        return found;
    }

    private boolean covers(boolean odd, int from, int to, double x, double y) {
        boolean inside = odd;
        for (int e = from; e < to; e += 4) {
            int crossing = ZoneEdges.crossing(edges[e], edges[e + 1], edges[e + 2], edges[e + 3], x, y);
            if (crossing == ZoneEdges.ON_EDGE) {
                return true;
            }
            inside ^= crossing == ZoneEdges.CROSSES;
        }
        return inside;
    }
}
