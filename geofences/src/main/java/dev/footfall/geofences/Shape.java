package dev.footfall.geofences;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** What a layout draws for figures, as the lines that its shape hash is made of; only what the file itself says, no parameter of the store. */
final class Shape {

    /** A threshold that the zone leaves to the store. */
    private static final long OF_THE_STORE = -1;

    private final TreeSet<String> lines = new TreeSet<>();

    void floor(String id, Geometry outline) {
        lines.add("floor " + id + " " + outline.toText());
    }

    void door(Feature door, LineString line) {
        lines.add("door " + door.id() + " " + floorOf(door) + " " + line.toText());
    }

    void zone(Feature zone, boolean path, Geometry area) {
        lines.add("zone " + zone.id() + " " + floorOf(zone) + " " + path + " "
                + own(zone, "grace") + " " + own(zone, "minStay") + " " + own(zone, "engagedAfter") + " "
                + area.toText());
    }

    private static String floorOf(Feature feature) {
        return LayoutReader.floorProperty(feature).orElse("");
    }

    /** A threshold in milliseconds. */
    private static long own(Feature zone, String key) {
        return zone.properties()
                .find(key)
                .map(Node::text)
                .flatMap(Durations::findMillis)
                .orElse(OF_THE_STORE);
    }

    String hash(Georeference earth) {
        String text = earth + "\n" + String.join("\n", lines);
        return Hashes.hex(text.getBytes(StandardCharsets.UTF_8), LayoutReader.HASH_DIGITS);
    }
}
