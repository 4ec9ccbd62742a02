package dev.footfall.benchmarks.zones;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.PackReading;
import dev.footfall.geofences.StorePack;
import dev.footfall.local.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * A store to measure with: a floor of 60 m by 36 m with 60 zones of 5 to 40 vertices in whole millimetres, which cover about half of it and overlap
 * a little with their neighbours.
 */
public final class ShopFloor {
    public static final double WIDTH_METRES = 60;
    public static final double HEIGHT_METRES = 36;
    public static final int ZONES = 60;

    private static final int COLUMNS = 10;
    private static final double SPACING_METRES = 6;
    private static final int FEWEST_VERTICES = 5;
    private static final int MOST_VERTICES = 40;

    private ShopFloor() {}

    /** The store as read from its files, which are gone again. */
    public static StorePack pack() {
        try {
            Path folder = Files.createTempDirectory("footfall-shop-");
            try {
                Files.writeString(folder.resolve("store.yaml"), "{store: shop, name: Shop, timezone: Europe/Berlin}\n");
                Files.writeString(folder.resolve("layout.geojson"), layout(new Random(60)));
                return sound(StorePack.read(folder));
            } finally {
                WorkFolder.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The floor of {@link #pack}. */
    public static Floor floor() {
        return pack().layouts().get(0).floors().get(0);
    }

    private static StorePack sound(PackReading reading) {
        StorePack pack = reading.pack();
        if (pack == null) {
            throw new IllegalStateException(reading.faults().toString());
        }
        return pack;
    }

    private static String layout(Random random) {
        StringBuilder text =
                new StringBuilder("{\"type\": \"FeatureCollection\", \"frame\": {\"unit\": \"m\"}, \"features\": [\n");
        text.append(feature("floor", "floor", "[0, 0], [60, 0], [60, 36], [0, 36], [0, 0]"));
        for (int zone = 0; zone < ZONES; zone++) {
            text.append(",\n").append(feature("zone-" + zone, "zone", ring(zone, random)));
        }
        return text.append("\n]}\n").toString();
    }

    private static String feature(String id, String kind, String ring) {
        return "{\"type\": \"Feature\", \"id\": \"" + id + "\", \"properties\": {\"kind\": \"" + kind
                + "\", \"floor\": \"0\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[" + ring + "]]}}";
    }

    /** A ring around the middle of the zone's place, which every ray from there meets once: so it is valid. */
    private static String ring(int zone, Random random) {
        double middleX = (zone % COLUMNS + 0.5) * SPACING_METRES;
        double middleY = (Math.floorDiv(zone, COLUMNS) + 0.5) * SPACING_METRES;
        int vertices = FEWEST_VERTICES + zone * (MOST_VERTICES - FEWEST_VERTICES) / (ZONES - 1);
        StringBuilder ring = new StringBuilder();
        String first = "";
        for (int i = 0; i < vertices; i++) {
            double angle = 2 * Math.PI * (i + 0.5 * random.nextDouble()) / vertices;
            double reach = SPACING_METRES * (0.35 + 0.25 * random.nextDouble());
            String vertex = String.format(
                    Locale.ROOT,
                    "[%.3f, %.3f]",
                    within(middleX + reach * Math.cos(angle), WIDTH_METRES),
                    within(middleY + reach * Math.sin(angle), HEIGHT_METRES));
            first = i == 0 ? vertex : first;
            ring.append(vertex).append(", ");
        }
        return ring.append(first).toString();
    }

    private static double within(double metres, double most) {
        return Math.max(0, Math.min(most, metres));
    }
}
