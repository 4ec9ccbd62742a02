package dev.footfall.jobs.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares points with expected ones: only measurements and fields that are expected are looked at.
 *
 * <p>Counts and texts must be equal; seconds may differ by 0.02 + 0.1 %, milliseconds by 3 for each stay they sum up.
 */
public final class PointComparison {

    private static final Pattern LINE = Pattern.compile("((?:[^ \\\\]++|\\\\.)++) (.*) (-?\\d+)");
    private static final Pattern FIELD =
            Pattern.compile("((?:[^,=\\\\]++|\\\\.)++)=(\"(?:[^\"\\\\]++|\\\\.)*+\"|[^,]*)");

    /** A point that does not agree, and why. */
    public record Difference(String point, String reason) {}

    private PointComparison() {}

    /** Lines of line protocol from a file, gzipped when its name ends so. */
    public static List<String> lines(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every point that is missing, unexpected or differs; empty when all agree. */
    public static List<Difference> differences(Collection<String> expectedLines, Collection<String> actualLines) {
        Map<String, Map<String, String>> expected = parsed(expectedLines);
        Map<String, Map<String, String>> actual = parsed(actualLines);
        Set<String> measurements =
                expected.keySet().stream().map(PointComparison::measurement).collect(Collectors.toSet());
        List<Difference> differences = new ArrayList<>();
        for (String point : union(expected.keySet(), actual.keySet())) {
            Map<String, String> wanted = expected.get(point);
            Map<String, String> given = actual.get(point);
            if (given == null) {
                differences.add(new Difference(point, "missing"));
            } else if (wanted != null) {
                wanted.forEach((field, value) -> {
                    if (!value.equals(given.get(field)) && !isClose(field, value, given.get(field), stays(wanted))) {
                        differences.add(
                                new Difference(point, field + ": expected " + value + ", got " + given.get(field)));
                    }
                });
            } else if (measurements.contains(measurement(point))) {
                differences.add(new Difference(point, "unexpected"));
            }
        }
        return differences;
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new TreeSet<>(Comparator.naturalOrder());
        all.addAll(a);
        all.addAll(b);
        return all;
    }

    private static String measurement(String point) {
        return point.substring(0, point.indexOf(','));
    }

    private static double stays(Map<String, String> fields) {
        return number(Objects.requireNonNull(fields.getOrDefault("stays", fields.getOrDefault("visits", "1i"))));
    }

    private static boolean isClose(String field, String expected, @Nullable String actual, double stays) {
        if (actual == null) {
            return false;
        }
        if (expected.startsWith("\"") || actual.startsWith("\"")) {
            return expected.equals(actual);
        }
        double difference = Math.abs(number(expected) - number(actual));
        if (field.contains("seconds")) {
            return difference <= 0.02 + 0.001 * Math.abs(number(expected));
        }
        if (field.contains("_ms")) {
            return difference <= 3 * (field.endsWith("_sum") ? Math.max(1, stays) : 1);
        }
        return difference == 0;
    }

    private static double number(String value) {
        boolean whole = value.endsWith("i") || value.endsWith("u");
        return Double.parseDouble(whole ? value.substring(0, value.length() - 1) : value);
    }

    private static Map<String, Map<String, String>> parsed(Collection<String> lines) {
        Map<String, Map<String, String>> points = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("line: line protocol expected, is " + line);
            }
            String[] series = parts.group(1).split("(?<!\\\\),", -1);
            Arrays.sort(series, 1, series.length);
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher field = FIELD.matcher(parts.group(2));
            while (field.find()) {
                fields.put(field.group(1), field.group(2));
            }
            if (points.put(String.join(",", series) + " " + parts.group(3), fields) != null) {
                throw new IllegalArgumentException("written twice: " + line);
            }
        }
        return points;
    }
}
