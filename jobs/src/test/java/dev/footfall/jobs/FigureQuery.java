package dev.footfall.jobs;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.points.Point;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Asks for fields of the points of some series: {@code zone_dwell zone=cafe window=1m: stays seconds}. Values have no blanks in them. */
final class FigureQuery {
    private final String measurement;
    private final Set<String> tags;
    private final List<String> fields;

    FigureQuery(String query) {
        String[] halves = query.split(":", -1);
        List<String> words = Arrays.asList(halves[0].trim().split(" ", -1));
        this.measurement = words.get(0);
        this.tags = Set.copyOf(words.subList(1, words.size()));
        this.fields = Arrays.asList(halves[1].trim().split(" ", -1));
    }

    List<String> of(Stream<Point> points, StorePack pack) {
        return inOrder(points.sorted(Comparator.comparingLong(Point::timeMillis).thenComparing(Point::series)), pack);
    }

    List<String> inOrder(Stream<Point> points, StorePack pack) {
        return points.filter(this::matches)
                .map(point -> text(point, pack.config().timezone()))
                .toList();
    }

    private static List<String> parts(Point point) {
        return Arrays.asList(point.series().split(",", -1));
    }

    private boolean matches(Point point) {
        List<String> parts = parts(point);
        return parts.get(0).equals(measurement)
                && parts.containsAll(tags)
                && fields.stream().anyMatch(values(point)::containsKey);
    }

    private String text(Point point, ZoneId zone) {
        List<String> words = new ArrayList<>();
        words.add(Times.text(point.timeMillis(), zone));
        List<String> parts = parts(point);
        for (String tag : parts.subList(1, parts.size())) {
            if (!tags.contains(tag) && !tag.startsWith("store=")) {
                words.add(tag);
            }
        }
        Map<String, String> values = values(point);
        for (String field : fields) {
            words.add(field + "=" + values.getOrDefault(field, "absent"));
        }
        return String.join(" ", words);
    }

    private static Map<String, String> values(Point point) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : point.fields().split(",", -1)) {
            int equals = field.indexOf('=');
            String value = field.substring(equals + 1);
            boolean isInteger = value.endsWith("i") && !value.startsWith("\"");
            values.put(
                    field.substring(0, equals),
                    isInteger ? value.substring(0, value.length() - 1) : value.replace("\"", ""));
        }
        return values;
    }
}
