package dev.footfall.jobs;

import dev.footfall.geofences.PackReading;
import dev.footfall.geofences.StorePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a store pack of a {@link Drawing} a floor, and reads it as a job does. The store is called {@code shop}, lives in UTC, cuts its days at 04:00
 * and has one camera, {@code cam}; every zone is part of paths; further lines of {@code store.yaml} say otherwise.
 */
public final class StoreOf {
    private static final String CAMERA = "{id: cam, kind: track}";

    private final Map<String, String> yaml =
            new LinkedHashMap<>(Map.of("store", "shop", "name", "Shop", "timezone", "Etc/UTC", "dayCut", "\"04:00\""));
    private final Map<String, String> zoneProperties = new LinkedHashMap<>();
    private final Set<String> offPath = new HashSet<>();
    private final List<Version> versions = new ArrayList<>();

    private record Version(String validFrom, List<String> features) {}

    private StoreOf() {}

    /** A store whose floor {@code 0} looks like that. */
    public static StoreOf drawing(String drawing) {
        return new StoreOf().from("2020-01-01T00:00:00Z", drawing);
    }

    /** Begins the next version of the layout, with its floor {@code 0}. */
    public StoreOf from(String validFrom, String drawing) {
        versions.add(new Version(validFrom, new ArrayList<>()));
        return floor("0", drawing);
    }

    /** Adds a floor to the version begun last. */
    public StoreOf floor(String floor, String drawing) {
        features().addAll(Drawing.read(drawing).features(floor));
        return this;
    }

    /** Adds a zone of floor {@code 0} that cannot be drawn in characters, as the coordinates of a GeoJSON polygon. */
    public StoreOf zone(String zone, String coordinates) {
        features().add(Drawing.feature("zone", zone, "0", "Polygon", coordinates));
        return this;
    }

    private List<String> features() {
        return versions.get(versions.size() - 1).features();
    }

    /** Takes a zone out of paths. */
    public StoreOf offPath(String zone) {
        offPath.add(zone);
        return this;
    }

    /** Gives further properties to a zone, as JSON members. */
    public StoreOf zoneSays(String zone, String members) {
        zoneProperties.put(zone, members);
        return this;
    }

    /** Says a key of {@code store.yaml}. */
    public StoreOf says(String key, String value) {
        yaml.put(key, value);
        return this;
    }

    /** Adds devices to the camera. */
    public StoreOf devices(String... devices) {
        return says("devices", "[" + CAMERA + ", " + String.join(", ", devices) + "]");
    }

    /** Writes the pack to an empty folder and reads it. */
    public StorePack in(Path folder) throws IOException {
        yaml.putIfAbsent("devices", "[" + CAMERA + "]");
        List<String> lines = new ArrayList<>();
        yaml.forEach((key, value) -> lines.add(key + ": " + value));
        Files.createDirectories(folder);
        Files.write(folder.resolve("store.yaml"), lines);
        for (int i = 0; i < versions.size(); i++) {
            String file = i == 0 ? "layout.geojson" : "layout." + i + ".geojson";
            Files.writeString(folder.resolve(file), json(versions.get(i)));
        }
        PackReading reading = StorePack.read(folder);
        StorePack pack = reading.pack();
        if (pack == null) {
            throw new IllegalArgumentException("the drawn store is faulty: " + reading.faults());
        }
        return pack;
    }

    private String json(Version version) {
        List<String> features = new ArrayList<>();
        for (String feature : version.features()) {
            String said = feature;
            if (offPath.stream().anyMatch(zone -> feature.contains("\"id\": \"" + zone + "\""))) {
                said = said.replace("\"path\": true", "\"path\": false");
            }
            for (var zone : zoneProperties.entrySet()) {
                said = said.replace(
                        "\"id\": \"" + zone.getKey() + "\", \"properties\": {",
                        "\"id\": \"" + zone.getKey() + "\", \"properties\": {" + zone.getValue() + ", ");
            }
            features.add(said);
        }
        return """
                {"type": "FeatureCollection", "frame": {"unit": "m"}, "validFrom": "%s", "features": [
                %s
                ]}"""
                .formatted(version.validFrom(), String.join(",\n", features));
    }
}
