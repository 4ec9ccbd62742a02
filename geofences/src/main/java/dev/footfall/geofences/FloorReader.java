package dev.footfall.geofences;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Builds the floors of a layout from its features and checks that everything lies where it says. */
final class FloorReader {

    /** Less of a zone off its floor is a rounding of coordinates. */
    private static final double NEGLIGIBLE_SQUARE_METRES = 1e-6;

    private static final double NEGLIGIBLE_METRES = 1e-3;
    /** The widest floor in degrees, and then some; well within an int of millimetres. */
    private static final double FARTHEST_METRES = 1_000_000;

    private final Parameters parameters;
    private final Georeference earth;
    private final Projection projection;
    private final GeometryReader geometries;
    private final FaultList faults;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Long> graceMillisByZone = new LinkedHashMap<>();
    private final Shape shape = new Shape();

    FloorReader(Parameters parameters, Georeference earth, Projection projection, FaultList faults) {
        this.parameters = parameters;
        this.earth = earth;
        this.projection = projection;
        this.geometries = new GeometryReader(projection, faults);
        this.faults = faults;
    }

    /** A floor whose zones and doors are still being read; no outline when that has faults. */
    private static final class Draft {
        private final String name;
        private final @Nullable Geometry outline;
        private final @Nullable Grid grid;
        private final List<Zone> zones = new ArrayList<>();
        private final List<Door> doors = new ArrayList<>();
        private final List<LineString> doorLines = new ArrayList<>();

        private Draft(String name, @Nullable Geometry outline, @Nullable Grid grid) {
            this.name = name;
            this.outline = outline;
            this.grid = grid;
        }
    }

    Map<String, Long> graceMillisByZone() {
        return graceMillisByZone;
    }

    /** What was drawn for figures. */
    Shape shape() {
        return shape;
    }

    List<Floor> read(FeatureReader features) {
        features.of(FeatureReader.FLOOR).forEach(this::readFloor);
        features.of(FeatureReader.DOOR).forEach(this::readDoor);
        features.of(FeatureReader.ZONE).forEach(this::readZone);
        features.of(FeatureReader.ANCHOR).forEach(this::readAnchor);
        List<Floor> floors = new ArrayList<>();
        drafts.forEach((id, draft) -> {
            if (draft.outline != null && draft.grid != null) {
                floors.add(
                        new Floor(floors.size(), id, draft.name, draft.outline, draft.grid, draft.zones, draft.doors));
            }
        });
        return floors;
    }

    private void readFloor(Feature feature) {
        Fields properties = feature.properties();
        Optional<Node> property = properties.require("floor");
        Optional<String> id = property.flatMap(properties::identifier);
        String name = properties.findText("name").or(() -> id).orElse("");
        Geometry outline = geometries.area(feature).orElse(null);
        Grid grid = outline == null ? null : grid(feature, outline.getEnvelopeInternal());
        if (id.isPresent() && outline != null) {
            shape.floor(id.get(), outline);
        }
        if (id.isPresent() && drafts.putIfAbsent(id.get(), new Draft(name, outline, grid)) != null) {
            faults.error(
                    feature.place(property.get()),
                    "There are two floors '" + id.get() + "': rename one, or make them one MultiPolygon.");
        }
    }

    private @Nullable Grid grid(Feature feature, Envelope box) {
        double farthest = Math.max(
                Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())),
                Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
        if (farthest > FARTHEST_METRES) {
            faults.error(
                    feature.place(feature.node()),
                    String.format(
                            Locale.ROOT, "The floor reaches %.0f m from the origin: check the coordinates.", farthest));
            return null;
        }
        double cell = parameters.cellMillimetres() / 1_000.0;
        double cells = (box.getWidth() / cell + 2) * (box.getHeight() / cell + 2);
        if (cells > Grid.MOST_CELLS) {
            faults.error(
                    feature.place(feature.node()),
                    String.format(
                            Locale.ROOT,
                            "The floor's box of %.0f m by %.0f m has more than %d cells of %s m: enlarge 'cellSize' or check the coordinates.",
                            box.getWidth(),
                            box.getHeight(),
                            Grid.MOST_CELLS,
                            cell));
            return null;
        }
        return Grid.over(box, parameters.cellMillimetres(), earth);
    }

    private void readDoor(Feature feature) {
        Draft draft = floorOf(feature);
        LineString line = geometries.door(feature).orElse(null);
        String name = feature.properties().findText("name").orElse(feature.id());
        if (draft == null || line == null || !Checks.isIdentifier(feature.id())) {
            return;
        }
        if (draft.outline != null) {
            if (!draft.outline.isWithinDistance(line, NEGLIGIBLE_METRES)) {
                faults.error(
                        feature.place(feature.node(), projection.text(line.getCoordinate())),
                        "The door lies off its floor '" + draft.name + "': move it, or name the right floor.");
            } else if (line.difference(draft.outline.buffer(NEGLIGIBLE_METRES)).getLength() > NEGLIGIBLE_METRES) {
                faults.warning(
                        feature.place(feature.node(), projection.text(line.getCoordinate())),
                        "The door lies partly off its floor '" + draft.name + "'.");
            }
        }
        draft.doorLines.add(line);
        shape.door(feature, line);
        draft.doors.add(new Door(
                draft.doors.size(),
                feature.id(),
                name,
                line.getCoordinateN(0).x,
                line.getCoordinateN(0).y,
                line.getCoordinateN(1).x,
                line.getCoordinateN(1).y));
    }

    private void readZone(Feature feature) {
        Fields properties = feature.properties();
        Draft draft = floorOf(feature);
        Geometry area = geometries.area(feature).orElse(null);
        String name = properties.findText("name").orElse(feature.id());
        String type = properties.findText("type").orElse("zone");
        boolean path = properties.flag("path", false);
        long grace = properties.millis("grace", parameters.graceMillis(), 0);
        graceMillisByZone.put(feature.id(), grace);
        long minStay = properties.millis("minStay", parameters.minStayMillis(), 0);
        long engagedAfter = properties.millis("engagedAfter", parameters.engagedAfterMillis(), 0);
        Integer capacity = properties.findPeople("capacity").orElse(null);
        if (draft == null || area == null || !Checks.isIdentifier(feature.id())) {
            return;
        }
        if (draft.outline != null) {
            checkOnFloor(feature, area, draft.name, draft.outline);
        }
        shape.zone(feature, path, area);
        boolean hasDoor = draft.doorLines.stream().anyMatch(area::intersects);
        draft.zones.add(new Zone(
                draft.zones.size(),
                feature.id(),
                name,
                type,
                LayoutReader.floorProperty(feature).orElse(""),
                area,
                path,
                grace,
                minStay,
                engagedAfter,
                hasDoor,
                capacity));
    }

    private void checkOnFloor(Feature feature, Geometry area, String floor, Geometry outline) {
        if (outline.covers(area)) {
            return;
        }
        Geometry off = area.difference(outline);
        if (off.getArea() <= NEGLIGIBLE_SQUARE_METRES) {
            return;
        }
        String where = feature.place(
                feature.node(), projection.text(off.getInteriorPoint().getCoordinate()));
        Geometry box = outline.getEnvelope();
        if (!box.intersects(area) || box.touches(area)) {
            faults.error(where, "The zone lies off its floor '" + floor + "': move it, or name the right floor.");
        } else if (area.getArea() - off.getArea() <= NEGLIGIBLE_SQUARE_METRES) {
            faults.warning(
                    where, "The zone lies wholly off the outline of its floor '" + floor + "', though within its box.");
        } else {
            faults.warning(where, "The zone lies partly off its floor '" + floor + "'.");
        }
    }

    private void readAnchor(Feature feature) {
        floorOf(feature);
        feature.properties().require("device").ifPresent(feature.properties()::identifier);
        Optional<Node> at = feature.geometry()
                .filter(geometry -> Optional.ofNullable(geometry.fields().get("type"))
                        .map(Node::text)
                        .orElse("")
                        .equals("Point"))
                .map(geometry -> geometry.fields().get("coordinates"));
        if (at.isEmpty()) {
            faults.error(feature.place(feature.node()), "The geometry of an anchor must be a Point.");
        } else {
            geometries.position(feature, at.get());
        }
    }

    /** The floor that a feature names; null, with a fault, when there is none. */
    private @Nullable Draft floorOf(Feature feature) {
        Optional<Node> said = feature.properties().require("floor");
        Optional<String> id = said.flatMap(feature.properties()::identifier);
        if (id.isEmpty()) {
            return null;
        }
        Draft draft = drafts.get(id.get());
        if (draft == null) {
            faults.error(
                    feature.place(said.get()),
                    "There is no floor '" + id.get() + "'; known are " + String.join(", ", drafts.keySet()) + ".");
        }
        return draft;
    }
}
