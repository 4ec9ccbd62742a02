package dev.footfall.simulator.sensors;

import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/**
 * The part of a store that a tracking device sees: its floors, without what lies before the doors, so that nobody is counted twice.
 *
 * <p>At a door with a counter it begins {@link #COUNTED_METRES} inside of the line; at any other it reaches {@link #UNCOUNTED_METRES} beyond, so
 * that tracks cross it.
 */
public final class View {
    private static final double COUNTED_METRES = 0.4;
    private static final double UNCOUNTED_METRES = 1.3;
    private static final int SIDES = 2;

    private final List<@Nullable IndexedPointInAreaLocator> byFloor = new ArrayList<>();

    /** What a device sees, where some doors have counters. */
    public View(Layout layout, DeviceConfig device, Set<String> countedDoors) {
        for (Floor floor : layout.floors()) {
            boolean watched = device.floor() == null || floor.id().equals(device.floor());
            byFloor.add(watched ? new IndexedPointInAreaLocator(area(floor, countedDoors)) : null);
        }
    }

    private static Geometry area(Floor floor, Set<String> countedDoors) {
        Geometry area = floor.outline();
        for (Zone zone : floor.zones()) {
            if (zone.type().equals("forecourt")) {
                area = area.difference(zone.geometry());
            }
        }
        for (Door door : floor.doors()) {
            Geometry line = new GeometryFactory().createLineString(new Coordinate[] {
                new Coordinate(door.axMetres(), door.ayMetres()), new Coordinate(door.bxMetres(), door.byMetres())
            });
            area = countedDoors.contains(door.id())
                    ? area.difference(line.buffer(COUNTED_METRES, SIDES))
                    : area.union(line.buffer(UNCOUNTED_METRES, SIDES).intersection(floor.outline()));
        }
        return area;
    }

    /** Whether it sees somebody at a point of a floor, in millimetres. */
    public boolean sees(int floor, int x, int y) {
        IndexedPointInAreaLocator locator = floor < 0 ? null : byFloor.get(floor);
        return locator != null && locator.locate(new Coordinate(x / 1000.0, y / 1000.0)) != Location.EXTERIOR;
    }
}
