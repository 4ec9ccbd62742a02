package dev.footfall.benchmarks.peer;

import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** What a task knows of a store: its grid, its doors, and its zones as prepared geometries in an STRtree. */
final class StoreGround {
    /** Zones are places below 0, cells from 0 on; a floor has at most so many cells. */
    static final int CELLS_OF_A_FLOOR = 4_000_000;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    final StorePack pack;
    final List<Floor> floors;
    final List<Zone> zones = new ArrayList<>();
    private final List<STRtree> trees = new ArrayList<>();
    private final Map<String, Integer> floorNumbers = new HashMap<>();
    private final Map<String, String> doors = new HashMap<>();

    /** A zone, ready to be asked. */
    private record Fence(int number, PreparedGeometry geometry) {}

    StoreGround(StorePack pack) {
        this.pack = pack;
        Layout layout = pack.layouts().get(0);
        this.floors = layout.floors();
        for (Floor floor : floors) {
            floorNumbers.put(floor.id(), floor.index());
            STRtree tree = new STRtree();
            for (Zone zone : floor.zones()) {
                tree.insert(
                        zone.geometry().getEnvelopeInternal(),
                        new Fence(zones.size(), PreparedGeometryFactory.prepare(zone.geometry())));
                zones.add(zone);
            }
            tree.build();
            trees.add(tree);
        }
        for (DeviceConfig device : pack.config().devices()) {
            if (device.door() != null) {
                doors.put(device.id(), device.door());
            }
        }
    }

    /** The number of a floor; −1 for one that there is not. */
    int floor(String id) {
        return floorNumbers.getOrDefault(id, -1);
    }

    /** The door that a counter counts; its own name where it is none's. */
    String door(String device) {
        return doors.getOrDefault(device, device);
    }

    /** Numbers of the zones that cover a point. */
    int zonesAt(int floor, double x, double y, int[] found) {
        Coordinate at = new Coordinate(x, y);
        List<?> near = trees.get(floor).query(new Envelope(at));
        if (near.isEmpty()) {
            return 0;
        }
        Point point = GEOMETRY.createPoint(at);
        int count = 0;
        for (Object each : near) {
            Fence fence = (Fence) each;
            if (fence.geometry().covers(point)) {
                found[count++] = fence.number();
            }
        }
        return count;
    }
}
