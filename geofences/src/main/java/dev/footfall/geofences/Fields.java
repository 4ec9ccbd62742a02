package dev.footfall.geofences;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of a map. A field that cannot be read leaves a fault, and its fallback (or nothing) in its place, so that
 * reading goes on and finds all other faults too.
 */
final class Fields {

    private final Node map;
    private final String suffix;
    private final FaultList faults;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param label who the map belongs to, such as a feature's id; may be empty */
    Fields(Node map, String label, FaultList faults) {
        this.map = map;
        this.suffix = label.isEmpty() ? "" : " (" + Node.shortened(label) + ")";
        this.faults = faults;
        if (!map.is(Node.Type.MAP)) {
            faults.error(place(map), "This must be a map of keys and values but is " + map.said() + ".");
        }
    }

    /** Key path, label and line of a node. */
    String place(Node node) {
        String path = node.path();
        return path + suffix + (path.isEmpty() && suffix.isEmpty() ? "" : ", ") + "line " + node.line();
    }

    Node map() {
        return map;
    }

    /** The value of a key; one that is written but empty is none. */
    Optional<Node> find(String key) {
        known.add(key);
        return Optional.ofNullable(map.fields().get(key)).filter(node -> !node.is(Node.Type.NULL));
    }

    /** The value of a key, whose absence is a fault. */
    Optional<Node> require(String key) {
        Optional<Node> value = find(key);
        if (value.isEmpty() && map.is(Node.Type.MAP)) {
            faults.error(place(map), "'" + key + "' is missing: say it.");
        }
        return value;
    }

    /** Text or a number as text. */
    Optional<String> findText(String key) {
        return find(key).flatMap(this::text);
    }

    Optional<String> text(Node node) {
        if (node.isWord() && !node.text().isBlank()) {
            return Optional.of(node.text());
        }
        faults.error(place(node), "This must be text but is " + node.said() + ".");
        return Optional.empty();
    }

    Optional<String> findIdentifier(String key) {
        return find(key).flatMap(this::identifier);
    }

    Optional<String> identifier(Node node) {
        if (node.isWord() && Checks.isIdentifier(node.text())) {
            return Optional.of(node.text());
        }
        faults.error(place(node), "This must be " + Checks.IDENTIFIER_RULE + " but is " + node.said() + ".");
        return Optional.empty();
    }

    /** A duration in milliseconds. */
    long millis(String key, long fallback, long least) {
        return find(key).flatMap(node -> millis(node, least)).orElse(fallback);
    }

    private Optional<Long> millis(Node node, long least) {
        Optional<Long> millis = node.isWord() ? Durations.findMillis(node.text()) : Optional.empty();
        if (millis.isEmpty()) {
            faults.error(place(node), "This must be a duration, " + Durations.RULE + ", but is " + node.said() + ".");
        } else if (millis.get() < least || millis.get() > Parameters.LONGEST_MILLIS) {
            faults.error(
                    place(node),
                    "This must be from " + Durations.text(least) + " to " + Durations.text(Parameters.LONGEST_MILLIS)
                            + " but is " + node.said() + ".");
            return Optional.empty();
        }
        return millis;
    }

    /** A number with at most three decimals, in thousandths: metres as millimetres. */
    int thousandths(String key, int fallback, int least, int most) {
        return find(key).flatMap(node -> thousandths(node, least, most)).orElse(fallback);
    }

    private Optional<Integer> thousandths(Node node, int least, int most) {
        Optional<BigDecimal> thousandths =
                decimal(node).map(number -> number.movePointRight(3).stripTrailingZeros());
        if (thousandths.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal value = thousandths.get();
        if (value.scale() > 0
                || value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            faults.error(
                    place(node),
                    "This must be from " + least / 1_000.0 + " to " + most / 1_000.0
                            + " with at most three decimals but is " + node.said() + ".");
            return Optional.empty();
        }
        return Optional.of(value.intValueExact());
    }

    /** A number within bounds. */
    Optional<Double> findNumber(String key, double least, double most) {
        return find(key).flatMap(node -> number(node, least, most));
    }

    Optional<Double> number(Node node, double least, double most) {
        Optional<Double> number = decimal(node).map(BigDecimal::doubleValue);
        if (number.isPresent() && !(number.get() >= least && number.get() <= most)) {
            faults.error(place(node), "This must be from " + least + " to " + most + " but is " + node.said() + ".");
            return Optional.empty();
        }
        return number;
    }

    private Optional<BigDecimal> decimal(Node node) {
        if (node.isWord()) {
            try {
                return Optional.of(new BigDecimal(node.text().strip()));
            } catch (NumberFormatException e) {
                faults.error(place(node), "This must be a number but is " + node.said() + ".");
                return Optional.empty();
            }
        }
        faults.error(place(node), "This must be a number but is " + node.said() + ".");
        return Optional.empty();
    }

    /** How many people something holds. */
    Optional<Integer> findPeople(String key) {
        return find(key).flatMap(this::people);
    }

    private Optional<Integer> people(Node node) {
        Optional<BigDecimal> number = decimal(node);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal people = number.get().stripTrailingZeros();
        if (people.scale() > 0
                || people.compareTo(BigDecimal.ONE) < 0
                || people.compareTo(BigDecimal.valueOf(StoreConfig.MOST_PEOPLE)) > 0) {
            faults.error(
                    place(node),
                    "This must be a whole number from 1 to " + StoreConfig.MOST_PEOPLE + " but is " + node.said()
                            + ".");
            return Optional.empty();
        }
        return Optional.of(people.intValueExact());
    }

    boolean flag(String key, boolean fallback) {
        Optional<Node> node = find(key);
        if (node.isPresent() && !node.get().is(Node.Type.BOOLEAN)) {
            faults.error(
                    place(node.get()),
                    "This must be true or false but is " + node.get().said() + ".");
            return fallback;
        }
        return node.map(said -> Boolean.parseBoolean(said.text())).orElse(fallback);
    }

    /** The items of a list; nothing counts as none. */
    List<Node> list(String key) {
        Optional<Node> node = find(key);
        if (node.isPresent() && !node.get().is(Node.Type.LIST)) {
            faults.error(
                    place(node.get()),
                    "This must be a list but is " + node.get().said() + ".");
        }
        return node.map(Node::items).orElse(List.of());
    }

    /** The items of a list, or one value standing for a list of itself. */
    List<Node> oneOrMore(Node node) {
        return node.is(Node.Type.LIST) ? node.items() : List.of(node);
    }

    /** Faults for the keys that nobody asked for. */
    void refuseOthers() {
        others().forEach(node -> faults.error(place(node), othersMessage(node)));
    }

    /** Warnings for the keys that nobody asked for. */
    void warnOfOthers() {
        others().forEach(node -> faults.warning(place(node), othersMessage(node)));
    }

    private String othersMessage(Node node) {
        String path = node.path();
        String key = path.substring(path.lastIndexOf('.') + 1);
        return "Nothing reads '" + key + "' here; known are " + String.join(", ", known) + ".";
    }

    private List<Node> others() {
        List<Node> others = new ArrayList<>();
        map.fields().forEach((key, node) -> {
            if (!known.contains(key)) {
                others.add(node);
            }
        });
        return others;
    }
}
