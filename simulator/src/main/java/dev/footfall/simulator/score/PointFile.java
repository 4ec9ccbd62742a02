package dev.footfall.simulator.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the points of one store that are compared; a later point of a series and time replaces the fields of an earlier one. */
final class PointFile {
    private static final Set<String> MEASUREMENTS =
            Arrays.stream(Figure.values()).map(Figure::measurement).collect(Collectors.toUnmodifiableSet());
    /** What else is among points; most lines are of these and need no reading. */
    private static final Set<String> OTHERS =
            Set.of("heatmap", "cells", "stores", "zones", "zone_now", "device_health", "pipeline");

    private static final Set<String> WINDOWS =
            Figures.WINDOWS.stream().map(window -> window.label()).collect(Collectors.toUnmodifiableSet());

    private PointFile() {}

    private record Key(String measurement, Map<String, String> tags, long timeMillis) {}

    /**
     * Reads line protocol; empty lines and comments are passed over, and points of other measurements, windows or stores.
     *
     * @param name of the file, for what is wrong with it
     */
    static Collection<PointLine> read(BufferedReader lines, String name, String store)
            throws FaultyInputException, IOException {
        Map<Key, PointLine> points = new LinkedHashMap<>();
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#") || OTHERS.contains(measurement(line))) {
                continue;
            }
            PointLine point = parse(line, name, number);
            if (isCompared(point, store)) {
                points.merge(
                        new Key(point.measurement(), point.tags(), point.timeMillis()), point, PointFile::replaced);
            }
        }
        return points.values();
    }

    private static String measurement(String line) {
        int comma = line.indexOf(',');
        return comma < 0 ? line : line.substring(0, comma);
    }

    private static boolean isCompared(PointLine point, String store) {
        return MEASUREMENTS.contains(point.measurement())
                && store.equals(point.tags().get("store"))
                && WINDOWS.contains(point.tags().getOrDefault("window", ""));
    }

    private static PointLine parse(String line, String name, long number) throws FaultyInputException {
        try {
            return PointLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw new FaultyInputException(name + " line " + number + ": " + e.getMessage(), e);
        }
    }

    private static PointLine replaced(PointLine earlier, PointLine later) {
        Map<String, Object> fields = new HashMap<>(earlier.fields());
        fields.putAll(later.fields());
        return new PointLine(later.measurement(), later.tags(), fields, later.timeMillis());
    }
}
