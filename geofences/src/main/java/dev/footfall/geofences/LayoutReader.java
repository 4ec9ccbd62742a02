package dev.footfall.geofences;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Reads one version of a layout, GeoJSON in metres or WGS 84.
 *
 * <p>In a file without {@code frame} positions are degrees; its store frame is then metres east and north of the south-west
 * corner of the box around all its floors.
 */
final class LayoutReader {

    private static final double WIDEST_DEGREES = 1;
    static final int HASH_DIGITS = 12;

    private final FaultList faults;
    private final Parameters parameters;
    private final String hash;
    private final List<Reference> references = new ArrayList<>();
    private final Set<String> floors = new HashSet<>();
    private final Set<String> zones = new HashSet<>();
    private final Set<String> doors = new HashSet<>();
    private boolean readable;
    private @Nullable Georeference corner;
    private Map<String, Long> graceMillisByZone = Map.of();
    private @Nullable Layout layout;
    private @Nullable Long validFromMillis;

    private LayoutReader(String hash, Parameters parameters, FaultList faults) {
        this.hash = hash;
        this.parameters = parameters;
        this.faults = faults;
    }

    static LayoutReader read(byte[] file, Parameters parameters, FaultList faults) {
        LayoutReader reader = new LayoutReader(Hashes.hex(file, HASH_DIGITS), parameters, faults);
        DocumentReader.readJson(file, faults).ifPresent(reader::read);
        return reader;
    }

    /** What the file draws; null when it has errors. */
    @Nullable
    Layout layout() {
        return faults.hasErrors() ? null : layout;
    }

    /** Whether it is a collection of features at all, so that what it draws can be known. */
    boolean isReadable() {
        return readable;
    }

    /** The corner of its floors that its store frame hangs on; empty when it says its frame. */
    Optional<Georeference> findCorner() {
        return Optional.ofNullable(corner);
    }

    /** The grace of every zone that could be read. */
    Map<String, Long> graceMillisByZone() {
        return graceMillisByZone;
    }

    /** When it begins to hold; empty when it does not say. */
    Optional<Long> validFromMillis() {
        return Optional.ofNullable(validFromMillis);
    }

    /** What {@code store.yaml} must know. */
    List<Reference> references() {
        return references;
    }

    /** Whether it draws what is named, be it drawn faultily. */
    boolean knows(Reference reference) {
        return switch (reference.target()) {
            case FLOOR -> floors.contains(reference.id());
            case ZONE -> zones.contains(reference.id());
            case DOOR -> doors.contains(reference.id());
            case DEVICE -> false;
        };
    }

    private void read(Node root) {
        Node features = root.fields().get("features");
        Node type = root.fields().get("type");
        if (type == null
                || !type.text().equals("FeatureCollection")
                || features == null
                || !features.is(Node.Type.LIST)) {
            faults.error(root.place(), "A layout must be a GeoJSON FeatureCollection with a list of 'features'.");
            return;
        }
        readable = true;
        Fields fields = new Fields(root, "", faults);
        validFromMillis = fields.find("validFrom").flatMap(this::validFrom).orElse(null);
        FeatureReader read = new FeatureReader(features.items(), faults);
        read.of(FeatureReader.FLOOR).forEach(floor -> floorProperty(floor).ifPresent(floors::add));
        read.of(FeatureReader.ZONE).forEach(zone -> zones.add(zone.id()));
        read.of(FeatureReader.DOOR).forEach(door -> doors.add(door.id()));
        for (Feature anchor : read.of(FeatureReader.ANCHOR)) {
            anchor.properties()
                    .find("device")
                    .ifPresent(device -> references.add(
                            new Reference(Reference.Target.DEVICE, device.text(), anchor.place(device))));
        }
        if (read.of(FeatureReader.FLOOR).isEmpty()) {
            faults.error(root.place(), "The layout has no floor: draw one feature of kind floor.");
            return;
        }
        Georeference earth;
        Projection projection;
        if (root.fields().containsKey("frame")) {
            earth = fields.find("frame").map(this::frame).orElse(Georeference.NONE);
            projection = Projection.metres();
        } else {
            earth = corner(read.of(FeatureReader.FLOOR), root);
            corner = earth;
            projection = Projection.degrees(earth);
        }
        FloorReader reader = new FloorReader(parameters, earth, projection, faults);
        List<Floor> drawn = reader.read(read);
        graceMillisByZone = reader.graceMillisByZone();
        if (!faults.hasErrors()) {
            long from = validFromMillis == null ? Layout.SINCE_EVER : validFromMillis;
            layout = new Layout(from, hash, reader.shape().hash(earth), earth, drawn);
        }
    }

    static Optional<String> floorProperty(Feature feature) {
        return Optional.ofNullable(feature.properties().map().fields().get("floor"))
                .filter(Node::isWord)
                .map(Node::text);
    }

    private Georeference frame(Node node) {
        Fields fields = new Fields(node, "", faults);
        Optional<Node> unit = fields.find("unit");
        if (unit.isPresent() && !unit.get().text().equals("m")) {
            faults.error(unit.get().place(), "The unit must be \"m\": give coordinates in metres.");
        }
        Optional<Node> anchor = fields.find("anchor");
        fields.warnOfOthers();
        if (anchor.isEmpty()) {
            return Georeference.NONE;
        }
        Fields at = new Fields(anchor.get(), "", faults);
        at.require("lon");
        at.require("lat");
        double longitude = at.findNumber("lon", -180, 180).orElse(0.0);
        double latitude = at.findNumber("lat", -89, 89).orElse(0.0);
        double bearing = at.findNumber("bearing", -360, 360).orElse(0.0);
        at.warnOfOthers();
        return Georeference.anchored(longitude, latitude, bearing);
    }

    /** The south-west corner of the floors as they stand in the file. */
    private Georeference corner(List<Feature> floorFeatures, Node root) {
        Envelope box = new Envelope();
        floorFeatures.forEach(floor -> floor.geometry()
                .map(geometry -> geometry.fields().get("coordinates"))
                .ifPresent(coordinates -> expand(box, coordinates)));
        boolean onEarth = !box.isNull()
                && Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())) <= 180
                && Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) <= 89;
        if (!onEarth) {
            return Georeference.anchored(0, 0, 0);
        }
        if (box.getWidth() > WIDEST_DEGREES || box.getHeight() > WIDEST_DEGREES) {
            faults.error(
                    root.place(),
                    "The floors are " + box.getWidth() + "° by " + box.getHeight()
                            + "° large: if these are metres, add \"frame\": {\"unit\": \"m\"}.");
        }
        return Georeference.anchored(box.getMinX(), box.getMinY(), 0);
    }

    private static void expand(Envelope box, Node coordinates) {
        List<Node> items = coordinates.items();
        if (items.size() >= 2 && items.stream().allMatch(item -> item.is(Node.Type.NUMBER))) {
            box.expandToInclude(
                    Double.parseDouble(items.get(0).text()),
                    Double.parseDouble(items.get(1).text()));
        } else {
            items.forEach(item -> expand(box, item));
        }
    }

    private Optional<Long> validFrom(Node node) {
        try {
            return Optional.of(
                    node.is(Node.Type.NUMBER)
                            ? Long.parseLong(node.text())
                            : OffsetDateTime.parse(node.text()).toInstant().toEpochMilli());
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            faults.error(
                    node.place(),
                    "This must be a time with its offset, such as 2026-11-22T09:00:00Z, but is " + node.said() + ".");
            return Optional.empty();
        }
    }
}
