package dev.footfall.geofences;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a zone raster: marks the cells near each zone's boundary, then fills what lies between. */
final class ZoneRasterBuilder {

    private static final int NONE = -1;

    /** Links are zone · 2, and one more where the boundary comes near. */
    private static final int BORDER = 1;

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

    /** An edge that is a line through cells, and the side on which its zone is. All cells that it passes so share it. */
    private record Line(int zone, int edge, int kind) {}

    private final Map<Line, Integer> lines = new HashMap<>();

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
        int[] cells = cells();
        return new ZoneRaster(frame, cells, Arrays.copyOf(entries, entryCount), Arrays.copyOf(edges, edgeLength));
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
            link(cell, zone * 2 + BORDER);
            int next = border.nextSetBit(cell + 1);
            boolean sameRow = next >= 0 && next / frame.columns() == cell / frame.columns();
            if (sameRow && next > cell + 1 && covers(boundary, cell + 1)) {
                for (int between = cell + 1; between < next; between++) {
                    link(between, zone * 2);
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

    /** Writes all cells; those with the same whole zones and no boundary share a list. */
    private int[] cells() {
        int[] cells = new int[firstLinks.length];
        Map<List<Integer>, Integer> shared = new HashMap<>();
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = firstLinks[cell] == NONE ? ZoneRaster.NOTHING : written(cell, shared);
        }
        return cells;
    }

    /** What is written of a cell: its list, unless it can be said without. */
    private int written(int cell, Map<List<Integer>, Integer> shared) {
        int begin = entryCount;
        enter(0);
        int zonesHere = 0;
        for (int link = firstLinks[cell]; link != NONE; link = linkNexts[link]) {
            zonesHere += enterZone(linkCodes[link], cell) ? 1 : 0;
        }
        entries[begin] = entryCount - begin - 1;
        if (zonesHere == 0) {
            entryCount = begin;
            return ZoneRaster.NOTHING;
        }
        boolean allWhole = entries[begin] == zonesHere;
        int zone = entries[begin + 1] >> ZoneRaster.KIND_BITS;
        int kind = entries[begin + 1] & ZoneRaster.KIND;
        if (zonesHere == 1 && kind == ZoneRaster.WHOLE) {
            entryCount = begin;
            return ZoneRaster.NOTHING + zone * 2 + 1;
        }
        if (zonesHere == 1 && kind <= ZoneRaster.RIGHT) {
            entryCount = begin;
            return ZoneRaster.LINE + entries[begin + 2];
        }
        if (allWhole) {
            Integer known = shared.putIfAbsent(entered(begin), begin);
            if (known != null) {
                entryCount = begin;
                return known;
            }
        }
        return begin;
    }

    private List<Integer> entered(int begin) {
        return Arrays.stream(entries, begin, entryCount).boxed().toList();
    }

    /** Whether the zone has to do with the cell. */
    private boolean enterZone(int link, int cell) {
        int zone = link >> 1;
        int code = zone << ZoneRaster.KIND_BITS;
        if ((link & BORDER) == 0) {
            enter(code + ZoneRaster.WHOLE);
            return true;
        }
        CellEdges near = new CellEdges(zones.get(zone), frame.cell(cell % frame.columns(), cell / frame.columns()));
        if (near.isFree()) {
            if (near.isInside()) {
                enter(code + ZoneRaster.WHOLE);
            }
            return near.isInside();
        }
        if (near.isOneLine()) {
            Line line = new Line(zone, near.line(), near.isInside() ? ZoneRaster.LEFT : ZoneRaster.RIGHT);
            int at = lines.computeIfAbsent(line, this::keep);
            enter(code + line.kind);
            enter(at);
            enter(at + 4);
        } else {
            enter(code + (near.odd() ? ZoneRaster.ODD : ZoneRaster.EVEN));
            enter(edgeLength);
            keep(near.kept());
            enter(edgeLength);
        }
        return true;
    }

    private int keep(Line line) {
        int at = edgeLength;
        ZoneEdges zone = zones.get(line.zone);
        keep(zone.ax[line.edge], zone.ay[line.edge], zone.bx[line.edge], zone.by[line.edge]);
        keep(line.zone * 2 + (line.kind - ZoneRaster.LEFT));
        return at;
    }

    private void enter(int entry) {
        if (entryCount == entries.length) {
            entries = Arrays.copyOf(entries, 2 * entryCount);
        }
        entries[entryCount++] = entry;
    }

    private void keep(double... more) {
        if (edgeLength + more.length > edges.length) {
            edges = Arrays.copyOf(edges, 2 * (edgeLength + more.length));
        }
        System.arraycopy(more, 0, edges, edgeLength, more.length);
        edgeLength += more.length;
    }
}
