package dev.footfall.geofences;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A zone of a floor; its boundary belongs to it.
 *
 * @param index its place among the floor's zones, from 0
 * @param id unique in its layout
 * @param name for people
 * @param type as the file says ({@code shelf}, {@code checkout}, …)
 * @param floor the id of its floor
 * @param geometry Polygon or MultiPolygon in metres of the store frame
 * @param path whether stops in it make the path of a visit
 * @param graceMillis its own, or the store's
 * @param minStayMillis its own, or the store's
 * @param engagedAfterMillis its own, or the store's
 * @param hasDoor whether a door line of its floor touches it
 * @param capacity how many people it holds, when said
 */
public record Zone(
        int index,
        String id,
        String name,
        String type,
        String floor,
        Geometry geometry,
        boolean path,
        long graceMillis,
        long minStayMillis,
        long engagedAfterMillis,
        boolean hasDoor,
        @Nullable Integer capacity) {

    public Zone {
        Checks.identifier("id", id);
    }
}
