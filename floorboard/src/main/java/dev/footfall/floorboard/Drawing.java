package dev.footfall.floorboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.geofences.Georeference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * What a layout draws besides floors, zones and doors: walls, fixtures and receivers, in metres of the store frame.
 *
 * <p>Read from a file that the layout's reader has checked; a feature whose geometry cannot be drawn is left out.
 */
final class Drawing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Set<String> KINDS = Set.of("wall", "fixture", "anchor");

    /**
     * A drawn feature.
     *
     * @param kind {@code wall}, {@code fixture} or {@code anchor}
     * @param id or empty
     * @param name or empty
     * @param floor the id of its floor; empty when it does not say: then it is on every floor
     */
    record Feature(String kind, String id, String name, String floor, Geometry geometry) {
        boolean isOn(String someFloor) {
            return floor.isEmpty() || floor.equals(someFloor);
        }
    }

    private final Georeference earth;
    private final boolean inMetres;

    private Drawing(Georeference earth, boolean inMetres) {
        this.earth = earth;
        this.inMetres = inMetres;
    }

    /**
     * Reads the drawn features of a layout file.
     *
     * @param earth the georeference of its layout
     * @throws IOException when the file is no JSON
     */
    static List<Feature> read(byte[] file, Georeference earth) throws IOException {
        JsonNode root = JSON.readTree(file);
        Drawing drawing = new Drawing(earth, root.has("frame"));
        List<Feature> features = new ArrayList<>();
        for (JsonNode node : root.path("features")) {
            JsonNode properties = node.path("properties");
            String kind = properties.path("kind").asText("");
            if (KINDS.contains(kind)) {
                Geometry geometry = drawing.geometry(node.path("geometry"));
                if (!geometry.isEmpty()) {
                    String id = node.path("id").asText("");
                    String name = properties.path("name").asText("");
                    features.add(
                            new Feature(kind, id, name, properties.path("floor").asText(""), geometry));
                }
            }
        }
        return features;
    }

    private Geometry geometry(JsonNode node) {
        JsonNode at = node.path("coordinates");
        return switch (node.path("type").asText("")) {
            case "Point" -> FACTORY.createPoint(position(at));
            case "MultiPoint", "MultiLineString", "MultiPolygon" -> parts(node, at);
            case "LineString" -> line(at);
            case "Polygon" -> polygon(at);
            case "GeometryCollection" -> collection(node.path("geometries"));
            default -> FACTORY.createEmpty(0);
        };
    }

    private Geometry parts(JsonNode node, JsonNode coordinates) {
        String part = node.path("type").asText().substring("Multi".length());
        List<Geometry> parts = new ArrayList<>();
        for (JsonNode at : coordinates) {
            parts.add(
                    switch (part) {
                        case "Point" -> FACTORY.createPoint(position(at));
                        case "LineString" -> line(at);
                        default -> polygon(at);
                    });
        }
        return FACTORY.buildGeometry(parts);
    }

    private Geometry collection(JsonNode geometries) {
        List<Geometry> parts = new ArrayList<>();
        geometries.forEach(part -> parts.add(geometry(part)));
        return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    private Geometry line(JsonNode at) {
        Coordinate[] positions = positions(at);
        return positions.length < 2 ? FACTORY.createEmpty(1) : FACTORY.createLineString(positions);
    }

    private Geometry polygon(JsonNode at) {
        List<LinearRing> rings = new ArrayList<>();
        for (JsonNode ring : at) {
            Coordinate[] positions = positions(ring);
            if (positions.length < 4 || !positions[0].equals2D(positions[positions.length - 1])) {
                return FACTORY.createEmpty(2);
            }
            rings.add(FACTORY.createLinearRing(positions));
        }
        return rings.isEmpty()
                ? FACTORY.createEmpty(2)
                : FACTORY.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private Coordinate[] positions(JsonNode list) {
        List<Coordinate> positions = new ArrayList<>();
        list.forEach(at -> positions.add(position(at)));
        return positions.toArray(Coordinate[]::new);
    }

    private Coordinate position(JsonNode at) {
        double first = at.path(0).asDouble();
        double second = at.path(1).asDouble();
        return inMetres
                ? new Coordinate(first, second)
                : new Coordinate(earth.x(first, second), earth.y(first, second));
    }
}
