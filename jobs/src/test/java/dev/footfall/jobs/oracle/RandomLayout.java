package dev.footfall.jobs.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** One or two floors with zones and doors, as a layout file; and the spots where being exact matters. */
final class RandomLayout {

    /** A place in whole millimetres. */
    record Place(int xMillimetres, int yMillimetres) {

        static Place near(double xMetres, double yMetres) {
            return new Place((int) Math.round(xMetres * 1000), (int) Math.round(yMetres * 1000));
        }
    }

    /** A floor's box, and its vertices, borders, door ends and places around doors. */
    record FloorPlan(String id, Envelope box, List<Place> spots) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dice dice;
    private final RandomShapes shapes;
    private final ObjectNode file = JSON.createObjectNode();
    private final ArrayNode features;
    private final Map<String, FloorPlan> floors = new LinkedHashMap<>();
    private final List<String> zones = new ArrayList<>();
    private final List<String> doors = new ArrayList<>();

    RandomLayout(Dice dice, RandomSettings settings) {
        this.dice = dice;
        this.shapes = new RandomShapes(dice);
        file.put("type", "FeatureCollection").putObject("frame").put("unit", "m");
        file.put("validFrom", "2000-01-01T00:00:00Z");
        features = file.putArray("features");
        for (String floor : dice.chance(0.3) ? List.of("0", "G1") : List.of("0")) {
            addFloor(floor, settings);
        }
    }

    String json() {
        return file.toString();
    }

    List<FloorPlan> floors() {
        return List.copyOf(floors.values());
    }

    List<String> zones() {
        return zones;
    }

    List<String> doors() {
        return doors;
    }

    private void addFloor(String floor, RandomSettings settings) {
        double x = dice.coordinate(-8, 4);
        double y = dice.coordinate(-8, 4);
        Envelope box = new Envelope(x, dice.coordinate(x + 6, x + 16), y, dice.coordinate(y + 5, y + 12));
        Geometry outline = dice.chance(0.3)
                ? shapes.concave(box)
                : RandomShapes.rectangle(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        List<Place> spots = new ArrayList<>(spotsOf(outline));
        feature("floor-" + floor, "floor", floor, outline);
        List<Geometry> areas = new ArrayList<>();
        for (int i = dice.between(1, 5); i > 0; i--) {
            Geometry area = shapes.area(box, areas);
            if (area.intersection(outline).getArea() > 0.01) {
                areas.add(area);
                spots.addAll(spotsOf(area));
                addZone(floor, area, settings);
            }
        }
        for (int i = dice.pick(0, 1, 1, 2, 3); i > 0; i--) {
            addDoor(floor, outline, spots, settings.doorBandMillimetres());
        }
        int cell = settings.cellMillimetres();
        for (int i = 0; i < 6; i++) {
            int column = Math.floorDiv((int) (box.getMinX() * 1000), cell) + dice.between(0, 8);
            int row = Math.floorDiv((int) (box.getMinY() * 1000), cell) + dice.between(0, 8);
            spots.add(new Place(column * cell, row * cell));
        }
        floors.put(floor, new FloorPlan(floor, box, spots));
    }

    private void addZone(String floor, Geometry area, RandomSettings settings) {
        String id = "zone-" + (char) ('a' + zones.size());
        zones.add(id);
        ObjectNode properties = feature(id, "zone", floor, area);
        properties.put("path", dice.chance(0.7));
        if (dice.chance(0.3)) {
            properties.put("grace", settings.someGraceMillis() + "ms");
        }
        if (dice.chance(0.3)) {
            properties.put("minStay", dice.between(0, 5000) + "ms");
        }
        if (dice.chance(0.3)) {
            properties.put("engagedAfter", dice.between(0, 12));
        }
    }

    private void addDoor(String floor, Geometry outline, List<Place> spots, int bandMillimetres) {
        Envelope box = outline.getEnvelopeInternal();
        double ax = dice.coordinate(box.getMinX() + 0.5, box.getMaxX() - 0.5);
        double ay = dice.coordinate(box.getMinY() + 0.5, box.getMaxY() - 0.5);
        double length = dice.coordinate(0.5, 4);
        double angle = dice.pick(0.0, 0.5, 1.0, 1.5, dice.between(0.0, 2.0)) * Math.PI;
        String step = dice.pick("0.25", "0.001", "0.0001");
        double bx = Dice.rounded(ax + length * Math.cos(angle), step);
        double by = Dice.rounded(ay + length * Math.sin(angle), step);
        if ((ax == bx && ay == by) || !outline.intersects(RandomShapes.line(ax, ay, bx, by))) {
            return;
        }
        String id = "door-" + (doors.size() + 1);
        doors.add(id);
        ArrayNode line = feature(id, "door", floor, "LineString");
        line.addArray().add(ax).add(ay);
        line.addArray().add(bx).add(by);
        double away = bandMillimetres / 1000.0;
        for (double along : List.of(-0.1, 0.0, 0.25, 0.5, 1.0, 1.1)) {
            double x = ax + along * (bx - ax);
            double y = ay + along * (by - ay);
            for (double off : List.of(-2 * away - 0.5, -away, -away / 2, 0.0, away / 2, away, 2 * away + 0.5)) {
                spots.add(Place.near(x - off * Math.sin(angle), y + off * Math.cos(angle)));
            }
        }
    }

    /** Vertices and the middles of edges. */
    private static List<Place> spotsOf(Geometry area) {
        List<Place> spots = new ArrayList<>();
        Coordinate[] vertices = area.getCoordinates();
        for (int i = 0; i < vertices.length; i++) {
            Coordinate next = vertices[(i + 1) % vertices.length];
            spots.add(Place.near(vertices[i].x, vertices[i].y));
            spots.add(Place.near((vertices[i].x + next.x) / 2, (vertices[i].y + next.y) / 2));
        }
        return spots;
    }

    private ObjectNode feature(String id, String kind, String floor, Geometry area) {
        ArrayNode coordinates = feature(id, kind, floor, area.getGeometryType());
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) area.getGeometryN(i);
            ArrayNode rings = area.getNumGeometries() > 1 ? coordinates.addArray() : coordinates;
            ring(rings.addArray(), polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                ring(rings.addArray(), polygon.getInteriorRingN(hole));
            }
        }
        return (ObjectNode) features.get(features.size() - 1).get("properties");
    }

    private ArrayNode feature(String id, String kind, String floor, String type) {
        ObjectNode feature = features.addObject().put("type", "Feature").put("id", id);
        feature.putObject("properties").put("kind", kind).put("floor", floor).put("name", id);
        return feature.putObject("geometry").put("type", type).putArray("coordinates");
    }

    private static void ring(ArrayNode ring, Geometry line) {
        for (Coordinate vertex : line.getCoordinates()) {
            ring.addArray().add(vertex.x).add(vertex.y);
        }
    }
}
