package dev.footfall.geofences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Reads the geometries of a layout's features into metres; a third ordinate is left aside. */
final class GeometryReader {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Projection projection;
    private final FaultList faults;

    GeometryReader(Projection projection, FaultList faults) {
        this.projection = projection;
        this.faults = faults;
    }

    /** A valid Polygon or MultiPolygon; empty, with a fault, when it is none. */
    Optional<Geometry> area(Feature feature) {
        Optional<Node> coordinates = coordinates(feature, "Polygon", "MultiPolygon");
        if (coordinates.isEmpty()) {
            return Optional.empty();
        }
        boolean single = type(feature).equals("Polygon");
        List<Node> parts =
                single ? List.of(coordinates.get()) : coordinates.get().items();
        List<Polygon> polygons = new ArrayList<>();
        for (Node part : parts) {
            polygon(feature, part).ifPresent(polygons::add);
        }
        if (parts.isEmpty() || polygons.size() < parts.size()) {
            if (parts.isEmpty()) {
                faults.error(feature.place(coordinates.get()), "The MultiPolygon has no polygon: draw one.");
            }
            return Optional.empty();
        }
        Geometry area = single ? polygons.get(0) : FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
        TopologyValidationError error = new IsValidOp(area).getValidationError();
        if (error != null) {
            faults.error(
                    feature.place(coordinates.get(), projection.text(error.getCoordinate())),
                    "The outline is not valid: " + error.getMessage() + ". Redraw it there.");
            return Optional.empty();
        }
        return Optional.of(area);
    }

    /** A line of two different points; empty, with a fault, when it is none. */
    Optional<LineString> door(Feature feature) {
        Optional<Node> coordinates = coordinates(feature, "LineString");
        if (coordinates.isEmpty()) {
            return Optional.empty();
        }
        Coordinate @Nullable [] points = points(feature, coordinates.get());
        if (points == null) {
            return Optional.empty();
        }
        if (points.length != 2 || points[0].equals2D(points[1])) {
            faults.error(
                    feature.place(coordinates.get()),
                    "A door must be a line of two different points but has " + points.length
                            + (points.length == 2 ? " equal ones" : "") + ": left to right of it is in.");
            return Optional.empty();
        }
        return Optional.of(FACTORY.createLineString(points));
    }

    private Optional<Polygon> polygon(Feature feature, Node part) {
        List<LinearRing> rings = new ArrayList<>();
        for (Node ring : part.items()) {
            ring(feature, ring).ifPresent(rings::add);
        }
        if (part.items().isEmpty()) {
            faults.error(feature.place(part), "The polygon has no ring: draw one.");
        }
        return rings.isEmpty() || rings.size() < part.items().size()
                ? Optional.empty()
                : Optional.of(FACTORY.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0])));
    }

    private Optional<LinearRing> ring(Feature feature, Node node) {
        Coordinate @Nullable [] points = points(feature, node);
        if (points == null) {
            return Optional.empty();
        }
        if (points.length == 0) {
            faults.error(feature.place(node), "The ring is empty: draw at least three corners.");
            return Optional.empty();
        }
        Coordinate first = points[0];
        Coordinate last = points[points.length - 1];
        if (!first.equals2D(last)) {
            faults.error(
                    feature.place(node, projection.text(last)),
                    "The ring is not closed: repeat its first position " + projection.text(first) + " at its end.");
            return Optional.empty();
        }
        if (points.length < 4) {
            faults.error(
                    feature.place(node, projection.text(first)),
                    "The ring has " + points.length
                            + " positions but needs at least four, the last equal to the first.");
            return Optional.empty();
        }
        return Optional.of(FACTORY.createLinearRing(points));
    }

    private Coordinate @Nullable [] points(Feature feature, Node list) {
        if (!list.is(Node.Type.LIST)) {
            faults.error(feature.place(list), "This must be a list of positions but is " + list.said() + ".");
            return null;
        }
        List<Coordinate> points = new ArrayList<>();
        for (Node position : list.items()) {
            position(feature, position).ifPresent(points::add);
        }
        return points.size() < list.items().size() ? null : points.toArray(new Coordinate[0]);
    }

    Optional<Coordinate> position(Feature feature, Node node) {
        List<Node> ordinates = node.items();
        if (ordinates.size() < 2 || ordinates.stream().anyMatch(ordinate -> !ordinate.is(Node.Type.NUMBER))) {
            faults.error(feature.place(node), "A position must be two numbers, [x, y].");
            return Optional.empty();
        }
        double first = Double.parseDouble(ordinates.get(0).text());
        double second = Double.parseDouble(ordinates.get(1).text());
        if (Math.abs(first) > projection.farthest(0) || Math.abs(second) > projection.farthest(1)) {
            faults.error(
                    feature.place(node, "(" + first + ", " + second + ")"),
                    "The position must lie within ±" + projection.farthest(0) + ", ±" + projection.farthest(1)
                            + ": metres need the member 'frame', without it positions are WGS 84 degrees.");
            return Optional.empty();
        }
        return Optional.of(projection.metres(first, second));
    }

    private Optional<Node> coordinates(Feature feature, String... types) {
        Optional<Node> geometry = feature.geometry();
        String wanted = String.join(" or ", types);
        if (geometry.isEmpty()) {
            faults.error(feature.place(feature.node()), "The geometry is missing: draw a " + wanted + ".");
            return Optional.empty();
        }
        if (!List.of(types).contains(type(feature))) {
            faults.error(
                    feature.place(geometry.get()),
                    "The geometry of a " + feature.kind() + " must be a " + wanted + " but is '" + type(feature)
                            + "'.");
            return Optional.empty();
        }
        Optional<Node> coordinates =
                Optional.ofNullable(geometry.get().fields().get("coordinates")).filter(node -> node.is(Node.Type.LIST));
        if (coordinates.isEmpty()) {
            faults.error(feature.place(geometry.get()), "The 'coordinates' are missing: they must be a list.");
        }
        return coordinates;
    }

    private static String type(Feature feature) {
        return feature.geometry()
                .map(geometry -> geometry.fields().get("type"))
                .map(Node::text)
                .orElse("");
    }
}
