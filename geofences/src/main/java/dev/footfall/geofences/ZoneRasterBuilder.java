package dev.footfall.geofences;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a zone raster: marks the cells near each zone's boundary, then fills what lies between. */
final class ZoneRasterBuilder {

    private static final int NONE = -1;

    private final List<ZoneEdges> zones;
    private final RasterFrame frame;

    // Per cell a chain of links, the lowest zone first: zones are added from the last to the first.
    private final int[] firstLinks;
    private int[] linkCodes = new int[1024];
    private int[] linkNexts = new int[1024];
    private int links;

    private int[] entries = new int[1024];
    private int entryCount;
    private double[] edges = new double[1024];
    private int edgeLength;

    ZoneRasterBuilder(List<ZoneEdges> zones) {
        this.zones = zones;
        this.frame = RasterFrame.around(zones);
        this.firstLinks = new int[frame.columns() * frame.rows()];
        Arrays.fill(firstLinks, NONE);
    }

    ZoneRaster build() {
        for (int zone = zones.size() - 1; zone >= 0; zone--) {
            add(zone);
        }
        return new ZoneRaster(frame, lists(), Arrays.copyOf(entries, entryCount), Arrays.copyOf(edges, edgeLength));
    }

    private void add(int zone) {
        ZoneEdges boundary = zones.get(zone);
        BitSet border = new BitSet();
        for (int e = 0; e < boundary.count; e++) {
            frame.along(
                    boundary.ax[e],
                    boundary.ay[e],
                    boundary.bx[e],
                    boundary.by[e],
                    (column, row) -> border.set(row * frame.columns() + column));
        }
        // Between two border cells of a row lies no boundary: the state of one cell is that of all.
        int cell = border.nextSetBit(0);
        while (cell >= 0) {
            link(cell, zone * 4 + ZoneRaster.BORDER);
            int next = border.nextSetBit(cell + 1);
            boolean sameRow = next >= 0 && next / frame.columns() == cell / frame.columns();
            if (sameRow && next > cell + 1 && covers(boundary, cell + 1)) {
                for (int between = cell + 1; between < next; between++) {
                    link(between, zone * 4);
                }
            }
            cell = next;
        }
    }

    private boolean covers(ZoneEdges boundary, int cell) {
        int column = cell % frame.columns();
        int row = cell / frame.columns();
        double x = frame.minX() + (column + 0.5) * frame.side();
        double y = frame.minY() + (row + 0.5) * frame.side();
        return boundary.locate(x, y) != ZoneEdges.EXTERIOR;
    }

    private void link(int cell, int code) {
        if (links == linkCodes.length) {
            linkCodes = Arrays.copyOf(linkCodes, 2 * links);
            linkNexts = Arrays.copyOf(linkNexts, 2 * links);
        }
        linkCodes[links] = code;
        linkNexts[links] = firstLinks[cell];
        firstLinks[cell] = links++;
    }

    /** Writes the lists of all cells; cells with the same whole zones and no boundary share one. */
    private int[] lists() {
        int[] cells = new int[firstLinks.length];
        Map<List<Integer>, Integer> shared = new HashMap<>();
        for (int cell = 0; cell < cells.length; cell++) {
            int[] codes = codes(cell);
            boolean nearBoundary = Arrays.stream(codes).anyMatch(code -> (code & ZoneRaster.BORDER) != 0);
            if (nearBoundary) {
                cells[cell] = write(cell, codes);
            } else {
                List<Integer> key = Arrays.stream(codes).boxed().toList();
                Integer known = shared.get(key);
                if (known == null) {
                    known = write(cell, codes);
                    shared.put(key, known);
                }
                cells[cell] = known;
            }
        }
        return cells;
    }

    private int[] codes(int cell) {
        int count = 0;
        for (int link = firstLinks[cell]; link != NONE; link = linkNexts[link]) {
            count++;
        }
        int[] codes = new int[count];
        int at = 0;
        for (int link = firstLinks[cell]; link != NONE; link = linkNexts[link]) {
            codes[at++] = linkCodes[link];
        }
        return codes;
    }

    private int write(int cell, int[] codes) {
        int begin = entryCount;
        enter(0);
        for (int code : codes) {
            if ((code & ZoneRaster.BORDER) == 0) {
                enter(code);
            } else {
                CellEdges near =
                        new CellEdges(zones.get(code / 4), frame.cell(cell % frame.columns(), cell / frame.columns()));
                enter(near.odd() ? code | ZoneRaster.ODD : code);
                enter(edgeLength);
                keep(near.kept());
                enter(edgeLength);
            }
        }
        entries[begin] = entryCount - begin - 1;
        return begin;
    }

    private void enter(int entry) {
        if (entryCount == entries.length) {
            entries = Arrays.copyOf(entries, 2 * entryCount);
        }
        entries[entryCount++] = entry;
    }

    private void keep(double[] more) {
        if (edgeLength + more.length > edges.length) {
            edges = Arrays.copyOf(edges, 2 * (edgeLength + more.length));
        }
        System.arraycopy(more, 0, edges, edgeLength, more.length);
        edgeLength += more.length;
    }
}
