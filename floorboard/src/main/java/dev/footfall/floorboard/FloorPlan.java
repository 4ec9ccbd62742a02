package dev.footfall.floorboard;

import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Grid;
import dev.footfall.geofences.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * A floor as the page draws it: metres of the store frame, x to the right, y upwards.
 *
 * @param layout hash of the layout version
 * @param bounds the box around everything drawn
 * @param heat the cells of its heat map
 */
record FloorPlan(
        String id,
        String name,
        String layout,
        Box bounds,
        HeatGrid heat,
        Shapes outline,
        List<PlanZone> zones,
        List<PlanDoor> doors,
        List<PlanFeature> features) {

    private static final double LABEL_TOLERANCE_METRES = 0.05;
    private static final double PER_METRE = 1_000;

    /** A box, metres. */
    record Box(double minX, double minY, double maxX, double maxY) {}

    /** Cell (i, j) is the square of side {@code cell} whose lower left corner is {@code (x + i·cell, y + j·cell)}; metres. */
    record HeatGrid(double x, double y, double cell, int columns, int rows) {}

    /**
     * A zone.
     *
     * @param at the middle of the largest circle in it, where its name stands best
     * @param clear radius of that circle, metres
     * @param area square metres
     */
    record PlanZone(
            String id,
            String name,
            String type,
            boolean path,
            @Nullable Integer capacity,
            Position at,
            double clear,
            double area,
            Shapes shape) {}

    /** A door line; from the left of a→b to its right is in. */
    record PlanDoor(String id, String name, Position a, Position b) {}

    /** A wall, fixture or receiver. */
    record PlanFeature(String kind, String id, String name, Shapes shape) {}

    static FloorPlan of(Floor floor, String layout, List<Drawing.Feature> drawn) {
        List<Drawing.Feature> here =
                drawn.stream().filter(feature -> feature.isOn(floor.id())).toList();
        Envelope box = floor.outline().getEnvelopeInternal();
        floor.zones().forEach(zone -> box.expandToInclude(zone.geometry().getEnvelopeInternal()));
        here.forEach(feature -> box.expandToInclude(feature.geometry().getEnvelopeInternal()));
        Grid grid = floor.grid();
        return new FloorPlan(
                floor.id(),
                floor.name(),
                layout,
                new Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                new HeatGrid(
                        grid.originXMillimetres() / PER_METRE,
                        grid.originYMillimetres() / PER_METRE,
                        grid.cellMillimetres() / PER_METRE,
                        grid.columns(),
                        grid.rows()),
                Shapes.of(floor.outline()),
                floor.zones().stream().map(FloorPlan::zone).toList(),
                floor.doors().stream().map(FloorPlan::door).toList(),
                here.stream()
                        .map(feature -> new PlanFeature(
                                feature.kind(), feature.id(), feature.name(), Shapes.of(feature.geometry())))
                        .toList());
    }

    private static PlanDoor door(Door door) {
        return new PlanDoor(
                door.id(),
                door.name(),
                new Position(door.axMetres(), door.ayMetres()),
                new Position(door.bxMetres(), door.byMetres()));
    }

    private static PlanZone zone(Zone zone) {
        Geometry geometry = zone.geometry();
        MaximumInscribedCircle circle = new MaximumInscribedCircle(geometry, LABEL_TOLERANCE_METRES);
        Point centre = circle.getCenter();
        return new PlanZone(
                zone.id(),
                zone.name(),
                zone.type(),
                zone.path(),
                zone.capacity(),
                Position.of(centre.getCoordinate()),
                Position.rounded(circle.getRadiusLine().getLength()),
                Math.rint(geometry.getArea() * 100) / 100,
                Shapes.of(geometry));
    }
}
