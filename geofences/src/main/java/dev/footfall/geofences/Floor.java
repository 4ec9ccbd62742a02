package dev.footfall.geofences;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A floor of a layout with what lies on it; its zone index is built when first asked for. */
public final class Floor {

    private final int index;
    private final String id;
    private final String name;
    private final Geometry outline;
    private final Grid grid;
    private final List<Zone> zones;
    private final List<Door> doors;
    private volatile @Nullable ZoneIndex zoneIndex;

    Floor(int index, String id, String name, Geometry outline, Grid grid, List<Zone> zones, List<Door> doors) {
        this.index = index;
        this.id = id;
        this.name = name;
        this.outline = outline;
        this.grid = grid;
        this.zones = List.copyOf(zones);
        this.doors = List.copyOf(doors);
    }

    /** Its place among the layout's floors, from 0. */
    public int index() {
        return index;
    }

    /** The {@code floor} property of the file, a number or a name, as a string. */
    public String id() {
        return id;
    }

    /** For people. */
    public String name() {
        return name;
    }

    /** Polygon or MultiPolygon in metres of the store frame. */
    public Geometry outline() {
        return outline;
    }

    /** The cells of its heat map. */
    public Grid grid() {
        return grid;
    }

    /** Its zones by their index. */
    public List<Zone> zones() {
        return zones;
    }

    /** Its doors by their index. */
    public List<Door> doors() {
        return doors;
    }

    /** Which zones cover a point, and when a movement is inside them. */
    public ZoneIndex zoneIndex() {
        ZoneIndex built = zoneIndex;
        if (built == null) {
            synchronized (this) {
                built = zoneIndex;
                if (built == null) {
                    built = new ZoneIndex(zones.stream().map(Zone::geometry).toList());
                    zoneIndex = built;
                }
            }
        }
        return built;
    }

    @Override
    public String toString() {
        return "Floor[" + id + ", " + zones.size() + " zones, " + doors.size() + " doors]";
    }
}
