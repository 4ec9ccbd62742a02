package dev.footfall.floorboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Georeference;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Zone;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A layout as GeoJSON in WGS 84 (RFC 7946), for maps: where the layout has no anchor, 0.001° a metre around (0°, 0°), as the
 * points of {@code cells} have it.
 */
final class EarthLayout {
    /** A hundred-millionth of a degree is a millimetre. */
    private static final double PER_DEGREE = 1e8;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Georeference earth;
    private final ArrayNode features = NODES.arrayNode();

    private EarthLayout(Georeference earth) {
        this.earth = earth;
    }

    /** A FeatureCollection of the floors, walls, fixtures, receivers, zones and doors, in the order in which they cover each other. */
    static ObjectNode of(Layout layout, List<Drawing.Feature> drawn, List<Floor> floors) {
        EarthLayout map = new EarthLayout(layout.georeference());
        for (Floor floor : floors) {
            map.add("floor", floor.id(), floor.id(), floor.name(), floor.outline());
            drawn.stream()
                    .filter(feature -> feature.isOn(floor.id()))
                    .forEach(feature ->
                            map.add(feature.kind(), feature.id(), floor.id(), feature.name(), feature.geometry()));
            for (Zone zone : floor.zones()) {
                map.add("zone", zone.id(), floor.id(), zone.name(), zone.geometry())
                        .put("type", zone.type())
                        .put("path", zone.path());
            }
            for (Door door : floor.doors()) {
                map.add("door", door.id(), floor.id(), door.name(), FACTORY.createLineString(new Coordinate[] {
                    new Coordinate(door.axMetres(), door.ayMetres()), new Coordinate(door.bxMetres(), door.byMetres())
                }));
            }
        }
        ObjectNode collection = NODES.objectNode().put("type", "FeatureCollection");
        collection.set("features", map.features);
        return collection;
    }

    private ObjectNode add(String kind, String id, String floor, String name, Geometry geometry) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        if (!id.isEmpty()) {
            feature.put("id", id);
        }
        ObjectNode properties =
                feature.putObject("properties").put("kind", kind).put("floor", floor);
        properties.put("name", name.isEmpty() ? id : name);
        feature.set("geometry", geometry(geometry));
        return properties;
    }

    private ObjectNode geometry(Geometry geometry) {
        Shapes shapes = Shapes.of(geometry);
        ArrayNode polygons = NODES.arrayNode();
        shapes.polygons().forEach(rings -> {
            ArrayNode polygon = polygons.addArray();
            rings.forEach(ring -> polygon.add(line(ring)));
        });
        ArrayNode lines = NODES.arrayNode();
        shapes.lines().forEach(line -> lines.add(line(line)));
        ArrayNode points = NODES.arrayNode();
        shapes.points().forEach(point -> points.add(position(point)));
        ArrayNode parts = NODES.arrayNode();
        addTyped(parts, "Polygon", polygons);
        addTyped(parts, "LineString", lines);
        addTyped(parts, "Point", points);
        if (parts.size() == 1) {
            return (ObjectNode) parts.get(0);
        }
        ObjectNode collection = NODES.objectNode().put("type", "GeometryCollection");
        collection.set("geometries", parts);
        return collection;
    }

    private static void addTyped(ArrayNode parts, String type, ArrayNode coordinates) {
        if (!coordinates.isEmpty()) {
            boolean single = coordinates.size() == 1;
            parts.addObject()
                    .put("type", single ? type : "Multi" + type)
                    .set("coordinates", single ? coordinates.get(0) : coordinates);
        }
    }

    private ArrayNode line(List<Position> positions) {
        ArrayNode line = NODES.arrayNode();
        for (Position position : positions) {
            line.add(position(position));
        }
        return line;
    }

    private ArrayNode position(Position metres) {
        return NODES.arrayNode()
                .add(Math.rint(earth.longitude(metres.x(), metres.y()) * PER_DEGREE) / PER_DEGREE)
                .add(Math.rint(earth.latitude(metres.x(), metres.y()) * PER_DEGREE) / PER_DEGREE);
    }
}
