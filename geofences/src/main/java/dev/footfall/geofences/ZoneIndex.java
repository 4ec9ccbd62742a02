package dev.footfall.geofences;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The zones of a floor, ready to be asked which of them cover a point and when a movement is inside them.
 *
 * <p>A raster over the zones answers most questions at once: each of its cells knows the zones that cover it wholly and,
 * for each zone whose boundary comes near, only the edges that can matter to a point of the cell. What the raster leaves
 * open is decided exactly, on the polygons as they are.
 *
 * <p>Immutable; may be shared between threads. Zones are named by their index on the floor.
 */
public final class ZoneIndex {

    private final ZoneRaster raster;
    private final ThreadLocal<SegmentCutter> cutter;

    ZoneIndex(List<Geometry> zones) {
        List<ZoneEdges> edges = zones.stream().map(ZoneEdges::new).toList();
        raster = ZoneRaster.of(edges);
        cutter = ThreadLocal.withInitial(() -> new SegmentCutter(edges, raster));
    }

    /**
     * Finds the zones that cover a point (metres; the boundary counts), exactly as JTS {@code covers} says.
     *
     * @param zones takes the indexes, ascending; as long as the floor has zones
     * @return how many there are
     */
    public int zonesAt(double x, double y, int[] zones) {
        return raster.zonesAt(x, y, zones);
    }

    /**
     * Cuts a straight movement at constant speed, from (x0, y0) millimetres at t0 to (x1, y1) at t1, exactly where it enters
     * and leaves zones.
     *
     * <p>For each zone, in the order of indexes, the sink takes the longest pieces inside in order of time. The boundary is
     * inside, so walking along an edge is; a touch in a point is not, and neither is any piece shorter than 1 µs; a shorter
     * gap is none. Who stands still is inside all the time or never. The sink must not cut on the same index.
     */
    public void cut(int x0, int y0, long t0Nanos, int x1, int y1, long t1Nanos, ZonePieces sink) {
        cutter.get().cut(x0, y0, t0Nanos, x1, y1, t1Nanos, sink);
    }
}
