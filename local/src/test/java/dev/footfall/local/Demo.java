package dev.footfall.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Three small stores of the same plan, and an hour of traffic in them.
 *
 * <pre>
 *   6 +---------+-----+
 *     |  aisle  | till|     door "front" runs up the left wall, x = 0.5
 *   0 +---------+-----+
 *     0         7    10
 * </pre>
 */
final class Demo {
    /** 2026-03-10T09:00:00Z. */
    static final long START = 1_773_133_200_000L;

    static final List<String> STORES = List.of("north", "south", "west");

    private static final String LAYOUT =
            """
            {"type": "FeatureCollection", "frame": {"unit": "m"}, "features": [
              {"type": "Feature", "id": "ground", "properties": {"kind": "floor", "floor": "0"},
               "geometry": {"type": "Polygon", "coordinates": [[[0,0],[10,0],[10,6],[0,6],[0,0]]]}},
              {"type": "Feature", "id": "aisle", "properties": {"kind": "zone", "floor": "0", "path": true},
               "geometry": {"type": "Polygon", "coordinates": [[[0,0],[7,0],[7,6],[0,6],[0,0]]]}},
              {"type": "Feature", "id": "till", "properties": {"kind": "zone", "floor": "0", "path": true},
               "geometry": {"type": "Polygon", "coordinates": [[[7,0],[10,0],[10,6],[7,6],[7,0]]]}},
              {"type": "Feature", "id": "front", "properties": {"kind": "door", "floor": "0"},
               "geometry": {"type": "LineString", "coordinates": [[0.5,0],[0.5,6]]}}]}
            """;

    private static final String CONFIG =
            """
            store: %s
            name: Demo
            timezone: Europe/Berlin
            dayCut: "04:00"
            devices:
              - {id: cam, kind: track, floor: "0"}
              - {id: counter, kind: door, door: front, interval: 1m}
              - {id: shelfcam, kind: shelf, floor: "0"}
            funnels:
              - {id: buy, steps: [{zone: aisle}, {zone: till, minDwell: 2s}], within: 10m}
            """;

    private Demo() {}

    /** Writes the packs of the three stores to a folder. */
    static Path stores(Path folder) throws IOException {
        for (String store : STORES) {
            Path pack = Files.createDirectories(folder.resolve("stores").resolve(store));
            Files.writeString(pack.resolve("store.yaml"), CONFIG.formatted(store));
            Files.writeString(pack.resolve("layout.geojson"), LAYOUT);
        }
        return folder.resolve("stores");
    }

    /** Someone walks from the door to the till and back every 40 seconds, in each store at another pace; all devices report. */
    static List<String> traffic() {
        List<String> lines = new ArrayList<>();
        for (int second = 0; second < 3_600; second++) {
            long time = START + second * 1_000L;
            for (int s = 0; s < STORES.size(); s++) {
                String store = STORES.get(s);
                int phase = second * (s + 2) % 40;
                double x = phase < 20 ? 0.25 + phase * 0.47 : 9.65 - (phase - 20) * 0.47;
                lines.add(track(store, time + 120 + s, time, "p" + second * (s + 2) / 40, x, 1.5 + s));
                if (second % 60 == 0) {
                    lines.add(line(
                            time + 200,
                            "footfall/v1/" + store + "/door/counter",
                            "{\"time\":" + time + ",\"in\":" + second % 7 + ",\"out\":" + second % 5
                                    + ",\"seconds\":60}"));
                    lines.add(line(
                            time + 300,
                            "footfall/v1/" + store + "/shelf/shelfcam",
                            "{\"id\":\"s" + second / 120 + "\",\"zone\":\"till\",\"entered\":" + (time - 20_000)
                                    + ",\"left\":" + time + "}"));
                }
            }
        }
        return lines;
    }

    static String track(String store, long at, long time, String id, double x, double y) {
        return line(
                at,
                "footfall/v1/" + store + "/track/cam",
                String.format(Locale.ROOT, "{\"time\":%d,\"id\":\"%s\",\"x\":%.3f,\"y\":%.3f}", time, id, x, y));
    }

    static String line(long at, String topic, String payload) {
        return "{\"at\":" + at + ",\"topic\":\"" + topic + "\",\"payload\":" + payload + "}";
    }

    /** Writes lines, as they are, to a file. */
    static Path write(Path file, List<String> lines) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
