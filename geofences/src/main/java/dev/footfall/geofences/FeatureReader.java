package dev.footfall.geofences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the features of a layout file: their ids and kinds, each id once per kind. */
final class FeatureReader {

    static final String FLOOR = "floor";
    static final String ZONE = "zone";
    static final String DOOR = "door";
    static final String ANCHOR = "anchor";

    private static final Set<String> DRAWN_ONLY = Set.of("fixture", "wall");
    /** Names of the ends of a flow. */
    private static final Set<String> RESERVED_ZONES = Set.of("start", "end");

    private final FaultList faults;
    private final Map<String, List<Feature>> byKind = new HashMap<>();
    private final Map<String, Feature> seen = new HashMap<>();

    FeatureReader(List<Node> features, FaultList faults) {
        this.faults = faults;
        features.forEach(this::read);
    }

    /** The features of a kind, in the order of the file. */
    List<Feature> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    private void read(Node node) {
        String id = Optional.ofNullable(node.fields().get("id"))
                .filter(Node::isWord)
                .map(Node::text)
                .orElse("");
        Node properties = node.fields().get("properties");
        if (properties == null || !properties.is(Node.Type.MAP)) {
            String who = id.isEmpty() ? "" : " (" + Node.shortened(id) + ")";
            faults.error(
                    node.path() + who + ", line " + node.line(),
                    "The feature has no 'properties': say at least its 'kind'.");
            return;
        }
        Fields fields = new Fields(properties, id, faults);
        fields.require("kind").flatMap(fields::text).ifPresent(kind -> {
            Feature feature = new Feature(node, id, kind, fields);
            if (Set.of(FLOOR, ZONE, DOOR, ANCHOR).contains(kind)) {
                checkId(feature);
                byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(feature);
            } else if (!DRAWN_ONLY.contains(kind)) {
                faults.warning(
                        feature.place(properties),
                        "Nothing reads the kind '" + Node.shortened(kind)
                                + "'; known are floor, zone, door, fixture, wall, anchor.");
            }
        });
    }

    private void checkId(Feature feature) {
        String id = feature.id();
        boolean named = Set.of(ZONE, DOOR).contains(feature.kind());
        if (named && !Checks.isIdentifier(id)) {
            faults.error(
                    feature.place(feature.node()),
                    "The 'id' of a " + feature.kind() + " must be " + Checks.IDENTIFIER_RULE
                            + (id.isEmpty() ? " but is missing." : " but is '" + Node.shortened(id) + "'."));
        } else if (feature.kind().equals(ZONE) && RESERVED_ZONES.contains(id)) {
            faults.error(
                    feature.place(feature.node()), "The id '" + id + "' names an end of every flow: rename the zone.");
        }
        Feature first = id.isEmpty() ? null : seen.putIfAbsent(feature.kind() + " " + id, feature);
        if (first != null) {
            faults.error(
                    feature.place(feature.node()),
                    "The " + feature.kind() + " at " + first.node().path() + " has the same id: rename one.");
        }
    }
}
