package dev.footfall.gateway;

import dev.footfall.geofences.StorePacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Two small stores: {@code shop} has one floor, {@code tower} two floors and two gateways. */
public final class TestStores {
    /** 2026-11-03T09:00:00Z, 10:00 in Berlin. */
    public static final long NOON = 1_793_696_400_000L;

    /** The day cut of both stores that follows, 04:00 in Berlin on the 4th. */
    public static final long NEXT_CUT = 1_793_761_200_000L;

    private TestStores() {}

    public static StorePacks write(Path folder) {
        store(
                folder,
                "shop",
                """
                store: shop
                timezone: Europe/Berlin
                dayCut: "04:00"
                devices:
                  - {id: door-1, kind: door, door: main, interval: 1m}
                  - {id: cam-1, kind: track, slack: 3s}
                  - {id: cam-2, kind: track, homography: [[0.01, 0, 0], [0, 0.01, 0], [0, 0.001, 1]]}
                  - {id: shelf-1, kind: shelf}
                  - {id: rtls, kind: position}
                  - {id: anchor-1, kind: beacon}
                  - {id: till-1, kind: receipt}
                  - {id: app, kind: touchpoint}
                """,
                floor("0", 0));
        store(
                folder,
                "tower",
                """
                store: tower
                timezone: Europe/Berlin
                gateways: [gw-1, gw-2]
                devices:
                  - {id: cam-1, kind: track}
                  - {id: cam-2, kind: track, floor: "1"}
                """,
                floor("0", 0) + "," + floor("1", 1));
        return StorePacks.open(folder);
    }

    private static void store(Path folder, String name, String config, String features) {
        try {
            Path store = Files.createDirectories(folder.resolve(name));
            Files.writeString(store.resolve("store.yaml"), config);
            Files.writeString(
                    store.resolve("layout.geojson"),
                    "{\"type\":\"FeatureCollection\",\"frame\":{\"unit\":\"m\"},\"features\":[" + features + "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A floor of 10 by 10 m with a zone {@code zone-N} in its corner and a door {@code main} on the first. */
    private static String floor(String id, int number) {
        String door = number > 0
                ? ""
                : ",{\"type\":\"Feature\",\"id\":\"main\",\"properties\":{\"kind\":\"door\",\"floor\":\"" + id
                        + "\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[4,0],[6,0]]}}";
        return "{\"type\":\"Feature\",\"id\":\"floor-" + id + "\",\"properties\":{\"kind\":\"floor\",\"floor\":\"" + id
                + "\"},\"geometry\":" + square(10) + "},"
                + "{\"type\":\"Feature\",\"id\":\"zone-" + id + "\",\"properties\":{\"kind\":\"zone\",\"floor\":\"" + id
                + "\"},\"geometry\":" + square(2) + "}" + door;
    }

    private static String square(int side) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[S,0],[S,S],[0,S],[0,0]]]}"
                .replace("S", Integer.toString(side));
    }
}
