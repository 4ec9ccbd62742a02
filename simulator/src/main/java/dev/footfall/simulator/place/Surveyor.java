package dev.footfall.simulator.place;

import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Finds in a layout where people can stop, queue, pay and go in and out. */
public final class Surveyor {
    /** Types of zones in which people stop to look at what is there. */
    private static final Set<String> SHOPPING = Set.of("display", "shelf", "department", "fitting");

    private static final double SPACING_METRES = 0.17;
    private static final double ARM_METRES = 0.5;
    private static final double SLOT_METRES = 0.8;
    private static final double SLOT_SWAY_METRES = 0.1;
    private static final double DOOR_MARGIN_METRES = 0.75;
    private static final int FEWEST_SPOTS = 12;
    private static final int MOST_SPOTS = 90;
    private static final int CLIMB_SECONDS = 12;

    private final GeometryFactory geometries = new GeometryFactory();
    private final Layout layout;
    private final DrawnFeatures drawn;
    /** Where one is near to something, by floor. */
    private final List<PreparedGeometry> reaches = new ArrayList<>();

    private final List<Walkable> walkables = new ArrayList<>();
    private final List<Doorway> doorways = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Desk> desks = new ArrayList<>();
    private final List<Spot> waiting = new ArrayList<>();
    private int spots;

    private Surveyor(Layout layout, DrawnFeatures drawn) {
        this.layout = layout;
        this.drawn = drawn;
    }

    /**
     * Surveys a layout.
     *
     * @throws IllegalArgumentException when nobody could walk in it: no door, a floor that no door or stairs lead to, a door, desk or
     *     stairs where nobody can stand
     */
    public static Premises survey(Layout layout, DrawnFeatures drawn) {
        return new Surveyor(layout, drawn).survey();
    }

    private Premises survey() {
        for (Floor floor : layout.floors()) {
            Geometry obstacles = drawn.obstacles(floor.id());
            reaches.add(PreparedGeometryFactory.prepare(obstacles.buffer(Walkable.CLEARANCE_METRES + ARM_METRES)));
            walkables.add(walkable(floor, obstacles));
        }
        for (Floor floor : layout.floors()) {
            floor.doors().forEach(door -> doorways.add(doorway(floor, door)));
            for (Zone zone : floor.zones()) {
                if (SHOPPING.contains(zone.type())) {
                    places.add(new Place(zone.id(), zone.type(), spots(floor, zone, true)));
                } else if (zone.type().equals("foyer")) {
                    waiting.addAll(spots(floor, zone, false));
                }
            }
            desks(floor);
        }
        if (doorways.isEmpty()) {
            throw new IllegalArgumentException("layout.geojson: the store has no door, so nobody can come in");
        }
        places.removeIf(place -> place.spots().isEmpty());
        List<Stairs> stairs = stairs();
        requireJoined(stairs);
        return new Premises(walkables.stream().map(Ways::new).toList(), doorways, places, desks, stairs, waiting);
    }

    /** What can be reached from where one comes onto a floor: inside its first door, or by its stairs. */
    private Walkable walkable(Floor floor, Geometry obstacles) {
        if (!floor.doors().isEmpty()) {
            Door door = floor.doors().get(0);
            return Walkable.findFrom(floor.outline(), obstacles, geometries.createPoint(before(door, 0)))
                    .orElseThrow(() -> nobodyCanStand("inside door " + door.id(), floor));
        }
        Zone stairs = zones(floor, "stairs").stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("layout.geojson: floor '" + floor.name()
                        + "' has neither a door nor a zone of type 'stairs', so nobody gets there"));
        return Walkable.findFrom(floor.outline(), obstacles, stairs.geometry())
                .orElseThrow(() -> nobodyCanStand("in zone " + stairs.id(), floor));
    }

    private static IllegalArgumentException nobodyCanStand(String where, Floor floor) {
        return new IllegalArgumentException("layout.geojson: nobody can stand " + where + " on floor " + floor.id()
                + ": a wall or fixture covers it or cuts it off; leave " + Walkable.CLEARANCE_METRES
                + " m free of them");
    }

    private static Coordinate before(Door door, double aside) {
        double dx = door.bxMetres() - door.axMetres();
        double dy = door.byMetres() - door.ayMetres();
        double width = Math.hypot(dx, dy);
        double along = Math.max(0, width / 2 - DOOR_MARGIN_METRES) * aside;
        return new Coordinate(
                (door.axMetres() + door.bxMetres()) / 2 + (dx * along + dy * Doorway.DEPTH_METRES) / width,
                (door.ayMetres() + door.byMetres()) / 2 + (dy * along - dx * Doorway.DEPTH_METRES) / width);
    }

    private Doorway doorway(Floor floor, Door door) {
        double dx = door.bxMetres() - door.axMetres();
        double dy = door.byMetres() - door.ayMetres();
        double width = Math.hypot(dx, dy);
        List<Spot> inside = new ArrayList<>();
        for (int aside = -2; aside <= 2; aside++) {
            Coordinate at = before(door, aside / 2.0);
            if (walkables.get(floor.index()).contains(at)) {
                inside.add(spot(floor, at, Walkable.SWAY_METRES));
            }
        }
        if (inside.isEmpty()) {
            throw nobodyCanStand("inside door " + door.id(), floor);
        }
        return new Doorway(door, floor.index(), inside, -dy / width, dx / width);
    }

    /** Where one can stand in a zone: near its shelves, if there are any. */
    private List<Spot> spots(Floor floor, Zone zone, boolean nearShelves) {
        Geometry inner = zone.geometry().buffer(-ARM_METRES / 2);
        Geometry standing = (inner.isEmpty() ? zone.geometry() : inner)
                .intersection(walkables.get(floor.index()).area());
        List<Coordinate> all = grid(standing);
        if (nearShelves) {
            PreparedGeometry reach = reaches.get(floor.index());
            List<Coordinate> near = all.stream()
                    .filter(at -> reach.covers(geometries.createPoint(at)))
                    .toList();
            all = near.isEmpty() ? all : near;
        }
        // a few of many, with no pattern that a heat map would show
        List<Coordinate> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(zone.id().hashCode()));
        return mixed.stream()
                .limit(Math.round(Math.max(FEWEST_SPOTS, Math.min(MOST_SPOTS, standing.getArea()))))
                .map(at -> spot(floor, at, Walkable.SWAY_METRES))
                .toList();
    }

    private List<Coordinate> grid(Geometry area) {
        List<Coordinate> points = new ArrayList<>();
        if (area.isEmpty()) {
            return points;
        }
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        Envelope box = area.getEnvelopeInternal();
        for (double y = box.getMinY() + 1e-6; y <= box.getMaxY(); y += SPACING_METRES) {
            for (double x = box.getMinX() + 1e-6; x <= box.getMaxX(); x += SPACING_METRES) {
                Coordinate at = new Coordinate(x, y);
                if (prepared.covers(geometries.createPoint(at))) {
                    points.add(at);
                }
            }
        }
        if (points.isEmpty()) {
            points.add(area.getInteriorPoint().getCoordinate());
        }
        return points;
    }

    /** Each desk takes the nearest queue that no other has. */
    private void desks(Floor floor) {
        List<Zone> queues = new ArrayList<>(zones(floor, "queue"));
        List<Zone> served = new ArrayList<>(zones(floor, "checkout"));
        served.addAll(zones(floor, "service"));
        for (Zone zone : served) {
            Spot service = spotIn(floor, zone, SLOT_SWAY_METRES);
            Zone queue = queues.stream()
                    .min(Comparator.comparingDouble(
                            each -> each.geometry().distance(zone.geometry().getCentroid())))
                    .orElse(null);
            if (queue != null) {
                queues.remove(queue);
            }
            List<Spot> slots = slots(floor, service, queue);
            desks.add(new Desk(
                    zone.id(), zone.type().equals("checkout"), service, slots.isEmpty() ? List.of(service) : slots));
        }
    }

    private static List<Zone> zones(Floor floor, String type) {
        return floor.zones().stream().filter(zone -> zone.type().equals(type)).toList();
    }

    /** Places in line, from the end of the queue's zone that is nearest to the desk. */
    private List<Spot> slots(Floor floor, Spot service, @Nullable Zone queue) {
        List<Spot> slots = new ArrayList<>();
        if (queue == null) {
            return slots;
        }
        Coordinate[] box =
                MinimumAreaRectangle.getMinimumRectangle(queue.geometry()).getCoordinates();
        Coordinate first = middle(box[0], box[1]);
        Coordinate last = middle(box[2], box[3]);
        if (box[0].distance(box[1]) > box[1].distance(box[2])) {
            first = middle(box[1], box[2]);
            last = middle(box[3], box[0]);
        }
        Coordinate desk = new Coordinate(service.xMetres(), service.yMetres());
        if (last.distance(desk) < first.distance(desk)) {
            Coordinate turned = first;
            first = last;
            last = turned;
        }
        double length = first.distance(last);
        for (double along = SLOT_METRES / 2; along < length; along += SLOT_METRES) {
            Coordinate at = new Coordinate(
                    first.x + (last.x - first.x) * along / length, first.y + (last.y - first.y) * along / length);
            if (walkables.get(floor.index()).contains(at)) {
                slots.add(spot(floor, at, SLOT_SWAY_METRES));
            }
        }
        return slots;
    }

    private static Coordinate middle(Coordinate a, Coordinate b) {
        return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
    }

    /** Zones of type {@code stairs} that lie over each other on neighbouring floors are joined. */
    private List<Stairs> stairs() {
        List<Stairs> stairs = new ArrayList<>();
        for (int index = 0; index + 1 < layout.floors().size(); index++) {
            Floor lower = layout.floors().get(index);
            Floor upper = layout.floors().get(index + 1);
            for (Zone foot : zones(lower, "stairs")) {
                for (Zone head : zones(upper, "stairs")) {
                    if (foot.geometry().intersects(head.geometry())) {
                        Spot below = spotIn(lower, foot, Walkable.SWAY_METRES);
                        Spot above = spotIn(upper, head, Walkable.SWAY_METRES);
                        stairs.add(new Stairs(below, above, CLIMB_SECONDS));
                        stairs.add(new Stairs(above, below, CLIMB_SECONDS));
                    }
                }
            }
        }
        return stairs;
    }

    /** People go from every floor with a door, place or desk to every other. */
    private void requireJoined(List<Stairs> stairs) {
        IntSummaryStatistics wanted = Stream.of(
                        doorways.stream().map(Doorway::floor),
                        places.stream().map(place -> place.spots().get(0).floor()),
                        desks.stream().map(desk -> desk.service().floor()))
                .flatMap(floors -> floors)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        for (int floor = wanted.getMin(); floor < wanted.getMax(); floor++) {
            int lower = floor;
            if (stairs.stream()
                    .noneMatch(flight ->
                            flight.from().floor() == lower && flight.to().floor() > lower)) {
                throw new IllegalArgumentException("layout.geojson: no zones of type 'stairs' that lie over each other"
                        + " join floor " + layout.floors().get(lower).id() + " to floor "
                        + layout.floors().get(lower + 1).id());
            }
        }
    }

    private Spot spotIn(Floor floor, Zone zone, double sway) {
        Geometry standing =
                zone.geometry().intersection(walkables.get(floor.index()).area());
        if (standing.isEmpty()) {
            throw nobodyCanStand("in zone " + zone.id(), floor);
        }
        return spot(floor, standing.getInteriorPoint().getCoordinate(), sway);
    }

    private Spot spot(Floor floor, Coordinate at, double sway) {
        return new Spot(spots++, floor.index(), at.x, at.y, sway);
    }
}
