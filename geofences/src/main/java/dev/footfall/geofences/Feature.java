package dev.footfall.geofences;

import java.util.Optional;

/**
 * A feature of a layout file.
 *
 * @param node the whole feature
 * @param id its id; empty when it has none
 * @param kind its {@code kind} property
 * @param properties reads its properties
 */
record Feature(Node node, String id, String kind, Fields properties) {

    /** Its geometry object; empty when it is missing or null. */
    Optional<Node> geometry() {
        return Optional.ofNullable(node.fields().get("geometry")).filter(geometry -> geometry.is(Node.Type.MAP));
    }

    /** Key path, id and line of one of its nodes. */
    String place(Node at) {
        return properties.place(at);
    }

    /** Key path, id, line and coordinate. */
    String place(Node at, String coordinate) {
        return place(at) + ", at " + coordinate;
    }
}
