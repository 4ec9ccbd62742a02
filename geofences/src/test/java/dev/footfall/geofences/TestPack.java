package dev.footfall.geofences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small sound store pack to spoil: a floor of 10 m by 6 m with two zones and a door.
 *
 * <pre>
 *   6 ┌──────────┬─────────┐
 *     │  fruit   │         │
 *   2 ├──────────┤  till   │
 *     │          │         │
 *   0 └──main────┴─────────┘
 *     0          5        10
 * </pre>
 */
final class TestPack {

    static final String STORE =
            """
            store: corner
            name: Corner shop
            timezone: Europe/Berlin
            devices:
            - {id: door-1, kind: door, door: main}
            - {id: cam-1, kind: track, floor: '0'}
            funnels:
            - id: buy
              steps:
              - zone: fruit
              - zone: till
            """;

    private final Path folder;
    private String store = STORE;
    private String head = "\"frame\": {\"unit\": \"m\"}, \"validFrom\": \"2026-01-01T00:00:00Z\"";
    private final List<String> features = new ArrayList<>(List.of(
            floor("0", "[[[0, 0], [10, 0], [10, 6], [0, 6], [0, 0]]]"),
            zone("fruit", "0", "[[[0, 2], [5, 2], [5, 6], [0, 6], [0, 2]]]"),
            zone("till", "0", "[[[5, 0], [10, 0], [10, 6], [5, 6], [5, 0]]]"),
            door("main", "0", "[[1, 0], [3, 0]]")));

    TestPack(Path folder) {
        this.folder = folder;
    }

    static String floor(String floor, String coordinates) {
        return feature("floor-" + floor, "Polygon", coordinates, "\"kind\": \"floor\", \"floor\": \"" + floor + "\"");
    }

    static String zone(String id, String floor, String coordinates) {
        return zone(id, floor, coordinates, "\"path\": true");
    }

    static String zone(String id, String floor, String coordinates, String more) {
        return feature(id, "Polygon", coordinates, "\"kind\": \"zone\", \"floor\": \"" + floor + "\", " + more);
    }

    static String door(String id, String floor, String coordinates) {
        return feature(id, "LineString", coordinates, "\"kind\": \"door\", \"floor\": \"" + floor + "\"");
    }

    static String feature(String id, String type, String coordinates, String properties) {
        return """
                {"type": "Feature", "id": "%s", "properties": {%s}, "geometry": {"type": "%s", "coordinates": %s}}"""
                .formatted(id, properties, type, coordinates);
    }

    TestPack store(String text) {
        store = text;
        return this;
    }

    TestPack inStore(String from, String to) {
        store = store.replace(from, to);
        return this;
    }

    TestPack add(String feature) {
        features.add(feature);
        return this;
    }

    TestPack replace(int index, String feature) {
        features.set(index, feature);
        return this;
    }

    TestPack head(String members) {
        head = members;
        return this;
    }

    String layoutText() {
        return features.stream()
                .collect(Collectors.joining(
                        ",\n",
                        "{\"type\": \"FeatureCollection\"" + (head.isEmpty() ? "" : ", " + head)
                                + ", \"features\": [\n",
                        "\n]}\n"));
    }

    TestPack write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return this;
    }

    TestPack write() throws IOException {
        return write("store.yaml", store).write("layout.geojson", layoutText());
    }

    PackReading read() throws IOException {
        return write().readAgain();
    }

    PackReading readAgain() {
        return StorePack.read(folder);
    }

    /** The faults as people see them. */
    List<String> faults() throws IOException {
        return read().faults().stream().map(Fault::toString).toList();
    }

    StorePack pack() throws IOException {
        PackReading reading = read();
        StorePack pack = reading.pack();
        if (pack == null) {
            throw new AssertionError(reading.faults().toString());
        }
        return pack;
    }
}
