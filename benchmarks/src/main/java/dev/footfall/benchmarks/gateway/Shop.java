package dev.footfall.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store of one hall and four cameras, written as a store pack. */
final class Shop {
    static final String STORE = "bench";
    static final int CAMERAS = 4;
    static final String FLOOR = "0";
    static final int SIDE_METRES = 40;

    private Shop() {}

    /** Writes it into a folder of stores. */
    static void write(Path stores) throws IOException {
        Path store = Files.createDirectories(stores.resolve(STORE));
        StringBuilder config = new StringBuilder("store: " + STORE + "\ntimezone: UTC\ndevices:\n");
        for (int camera = 0; camera < CAMERAS; camera++) {
            config.append("  - {id: ").append(device(camera)).append(", kind: track}\n");
        }
        Files.writeString(store.resolve("store.yaml"), config);
        Files.writeString(
                store.resolve("layout.geojson"),
                """
                {"type": "FeatureCollection", "frame": {"unit": "m"}, "features": [
                  {"type": "Feature", "id": "hall", "properties": {"kind": "floor", "floor": "0"},
                    "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [40, 0], [40, 40], [0, 40], [0, 0]]]}},
                  {"type": "Feature", "id": "middle", "properties": {"kind": "zone", "floor": "0"},
                    "geometry": {"type": "Polygon", "coordinates": [[[10, 10], [30, 10], [30, 30], [10, 30], [10, 10]]]}}
                ]}
                """);
    }

    static String device(int camera) {
        return "cam-" + camera;
    }
}
