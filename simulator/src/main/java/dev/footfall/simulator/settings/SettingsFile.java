package dev.footfall.simulator.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code simulation.yaml} of a store's folder, and its opening hours from {@code store.yaml}. */
public final class SettingsFile {
    private static final String FILE = "simulation.yaml";
    private static final Set<String> KEYS = Set.of(
            "visitsPerDay",
            "hours",
            "weekdays",
            "missions",
            "groups",
            "staff",
            "entrances",
            "exits",
            "attraction",
            "tagged",
            "passing",
            "eachPerson",
            "cameras",
            "errors");
    private static final List<String> MAPS = List.of("attraction", "passing", "cameras", "errors");
    private static final List<String> LISTS = List.of("missions", "entrances", "exits", "eachPerson");
    private static final Set<String> ERROR_KEYS = Set.of(
            "doorMissed",
            "doorTwice",
            "switchesPerHour",
            "lossesPerHour",
            "noise",
            "skew",
            "outagesPerDay",
            "outageMinutes");
    private static final List<Double> HOURS = List.of(
            0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 1.5, 4.0, 6.0, 6.5, 7.0, 7.0, 8.0, 7.0, 6.0, 6.5, 8.0, 10.0, 9.5, 7.0, 4.0,
            2.0, 1.0, 0.0);
    private static final List<Double> WEEKDAYS = List.of(0.95, 0.9, 0.95, 1.0, 1.15, 1.3, 0.75);
    private static final List<Double> GROUPS = List.of(0.74, 0.21, 0.05);
    private static final List<Mission> MISSIONS = List.of(new Mission("browse", 1, 2, 8, 12, 0.6, 0));

    private final JsonNode root;
    private final JsonNode store;
    private final LocalTime dayCut;

    private SettingsFile(JsonNode root, JsonNode store, LocalTime dayCut) {
        this.root = root;
        this.store = store;
        this.dayCut = dayCut;
    }

    /**
     * Reads the settings of a store whose day begins at {@code dayCut}.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when a file is no YAML, a key is unknown or has a value that is not allowed
     */
    public static SettingsFile read(Path storeFolder, LocalTime dayCut) throws IOException {
        Path file = storeFolder.resolve(FILE);
        JsonNode root = Files.exists(file) ? YamlFile.read(file) : MissingNode.getInstance();
        SettingsFile settings = new SettingsFile(root, YamlFile.read(storeFolder.resolve("store.yaml")), dayCut);
        requireShape(FILE, root, root.isObject(), "a map of keys");
        refuseOthers(root, KEYS, "");
        for (String key : MAPS) {
            requireShape(FILE + ": " + key, root.path(key), root.path(key).isObject(), "a map");
        }
        for (String key : LISTS) {
            requireShape(FILE + ": " + key, root.path(key), root.path(key).isArray(), "a list");
        }
        root.path("cameras")
                .properties()
                .forEach(camera -> requireShape(
                        FILE + ": cameras." + camera.getKey(),
                        camera.getValue(),
                        camera.getValue().isArray(),
                        "a list"));
        refuseOthers(root.path("errors"), ERROR_KEYS, "errors.");
        return settings;
    }

    /** How people behave. */
    public Behaviour behaviour() {
        Map<String, List<String>> cameras = new LinkedHashMap<>();
        root.path("cameras").properties().forEach(entry -> cameras.put(entry.getKey(), texts(entry.getValue())));
        return new Behaviour(
                opening(),
                new Rates(number(root, "visitsPerDay", 500), weights("hours", HOURS), weights("weekdays", WEEKDAYS)),
                missions(),
                weights("groups", GROUPS),
                (int) number(root, "staff", 2),
                texts(root.path("entrances")),
                texts(root.path("exits")),
                numbers("attraction"),
                number(root, "tagged", 0.03),
                numbers("passing"),
                new LinkedHashSet<>(texts(root.path("eachPerson"))),
                cameras);
    }

    /** How its sensors err, unless they are told not to. */
    public ErrorRates errorRates() {
        JsonNode errors = root.path("errors");
        ErrorRates usual = ErrorRates.DEFAULT;
        return new ErrorRates(
                number(errors, "doorMissed", usual.doorMissed()),
                number(errors, "doorTwice", usual.doorTwice()),
                number(errors, "switchesPerHour", usual.switchesPerHour()),
                number(errors, "lossesPerHour", usual.lossesPerHour()),
                number(errors, "noise", usual.noiseMetres()),
                number(errors, "skew", usual.skewMillis()),
                number(errors, "outagesPerDay", usual.outagesPerDay()),
                number(errors, "outageMinutes", usual.outageMinutes()));
    }

    private List<Mission> missions() {
        List<Mission> missions = new ArrayList<>();
        for (JsonNode node : root.path("missions")) {
            refuseOthers(node, Set.of("name", "share", "stops", "medianStop", "buys", "service"), "missions.");
            List<Double> stops = numbers(node.path("stops"), List.of(3.0, 8.0), "stops");
            Limits.between("number of stops (from and to)", stops.size(), 2, 2);
            missions.add(new Mission(
                    node.path("name").asText("visit"),
                    number(node, "share", 1),
                    stops.get(0).intValue(),
                    stops.get(1).intValue(),
                    number(node, "medianStop", 12),
                    number(node, "buys", 0.9),
                    number(node, "service", 0)));
        }
        return missions.isEmpty() ? MISSIONS : missions;
    }

    private Opening opening() {
        JsonNode hours = store.path("openingHours");
        try {
            return new Opening(
                    LocalTime.parse(hours.path("from").asText("07:00")),
                    LocalTime.parse(hours.path("to").asText("22:00")),
                    dayCut);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "store.yaml: openingHours are " + hours + " but must be {from: \"HH:MM\", to: \"HH:MM\"}", e);
        }
    }

    private List<Double> weights(String key, List<Double> usual) {
        return numbers(root.path(key), usual, key);
    }

    private static List<Double> numbers(JsonNode list, List<Double> usual, String key) {
        if (list.isMissingNode()) {
            return usual;
        }
        List<Double> numbers = new ArrayList<>();
        list.forEach(node -> numbers.add(numberOf(node, key)));
        return numbers;
    }

    private Map<String, Double> numbers(String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        root.path(key)
                .properties()
                .forEach(entry -> numbers.put(entry.getKey(), numberOf(entry.getValue(), key + "." + entry.getKey())));
        return numbers;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static double number(JsonNode node, String key, double usual) {
        return node.has(key) ? numberOf(node.get(key), key) : usual;
    }

    private static double numberOf(JsonNode node, String key) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException(FILE + ": " + key + " is " + node + " but must be a number");
        }
        return node.asDouble();
    }

    private static void requireShape(String where, JsonNode node, boolean fits, String shape) {
        if (!fits && !node.isMissingNode() && !node.isNull()) {
            throw new IllegalArgumentException(where + " is " + node + " but must be " + shape);
        }
    }

    private static void refuseOthers(JsonNode node, Set<String> known, String prefix) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(FILE + ": " + prefix + key + " is not known; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }
}
