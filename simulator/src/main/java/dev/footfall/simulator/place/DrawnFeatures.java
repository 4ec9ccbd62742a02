package dev.footfall.simulator.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The walls and fixtures of a layout file, which figures do not need and people walk around. */
public final class DrawnFeatures {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final double WALL_METRES = 0.05;

    private final JsonNode features;

    private DrawnFeatures(JsonNode features) {
        this.features = features;
    }

    /**
     * Reads {@code layout.geojson} of a store's folder.
     *
     * @throws IllegalArgumentException when the file is in degrees
     */
    public static DrawnFeatures read(Path storeFolder) throws IOException {
        JsonNode root = new ObjectMapper()
                .readTree(storeFolder.resolve("layout.geojson").toFile());
        if (!root.has("frame")) {
            throw new IllegalArgumentException(
                    "layout.geojson: coordinates are degrees, but only a layout in metres, with a 'frame', can be simulated");
        }
        return new DrawnFeatures(root.path("features"));
    }

    /** Walls and fixtures of a floor as one area; walls that are lines are 10 cm thick. */
    public Geometry obstacles(String floor) {
        List<Geometry> all = new ArrayList<>();
        for (JsonNode feature : features) {
            String kind = feature.path("properties").path("kind").asText();
            if ((kind.equals("wall") || kind.equals("fixture"))
                    && feature.path("properties").path("floor").asText().equals(floor)) {
                all.add(solid(feature.path("geometry")));
            }
        }
        return all.isEmpty() ? GEOMETRIES.createPolygon() : UnaryUnionOp.union(all);
    }

    private static Geometry solid(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> union(coordinates, DrawnFeatures::polygon);
            case "MultiLineString" -> union(coordinates, DrawnFeatures::wall);
            case "LineString" -> wall(coordinates);
            default -> GEOMETRIES.createPolygon(); // a point bars nobody's way
        };
    }

    private static Geometry union(JsonNode parts, java.util.function.Function<JsonNode, Geometry> part) {
        List<Geometry> all = new ArrayList<>();
        parts.forEach(node -> all.add(part.apply(node)));
        return UnaryUnionOp.union(all);
    }

    private static Geometry wall(JsonNode line) {
        return GEOMETRIES.createLineString(coordinates(line)).buffer(WALL_METRES, 1);
    }

    private static Geometry polygon(JsonNode rings) {
        Geometry drawn = GEOMETRIES.createPolygon(coordinates(rings.path(0)));
        return drawn.isValid() ? drawn : GeometryFixer.fix(drawn); // an outline may cross itself
    }

    private static Coordinate[] coordinates(JsonNode positions) {
        List<Coordinate> all = new ArrayList<>();
        positions.forEach(position -> all.add(
                new Coordinate(position.path(0).asDouble(), position.path(1).asDouble())));
        return all.toArray(Coordinate[]::new);
    }
}
