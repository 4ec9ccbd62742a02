package dev.footfall.floorboard;

import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request for figures: one of the named queries and its values, each checked against what there is. */
final class FigureQuery {
    /** The queries, each a file {@code queries/NAME.influxql}. */
    static final List<String> NAMES = List.of(
            "heatmap",
            "zones",
            "zone_now",
            "people_now",
            "occupancy",
            "footfall",
            "visits",
            "funnel",
            "flows",
            "paths",
            "latest",
            "devices",
            "heat_sums",
            "zone_sums",
            "visit_sums",
            "heat_most",
            "heat_first",
            "heat_last",
            "heat_seconds",
            "heat_visits",
            "zone_detail",
            "zone_course");

    private static final Map<String, QueryText> TEXTS =
            NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), QueryText::read));

    /** The longest day has 25 hours. */
    private static final long LONGEST_MILLIS = 25 * 3_600_000L;

    private static final Map<String, Long> LONGEST_BY_WINDOW = Map.of("1m", 2 * 3_600_000L);

    private FigureQuery() {}

    /**
     * The statement that answers a request.
     *
     * @param values the value of a parameter of the request, null when it has none
     * @throws Refusal when there is no such query, store or floor, or a value is missing or may not be
     */
    static String statement(String name, Function<String, @Nullable String> values, Stores stores) throws Refusal {
        QueryText text = TEXTS.get(name);
        if (text == null) {
            throw Refusal.notFound("There is no query '" + name + "': there are " + String.join(", ", NAMES) + ".");
        }
        Map<String, String> strings = new HashMap<>();
        for (String variable : text.variables()) {
            if (!variable.equals(QueryText.TIME_FILTER)) {
                strings.put(variable, required(variable, values));
            }
        }
        StorePack pack = stores.store(required("store", values));
        String floor = strings.get("floor");
        if (floor != null) {
            stores.checkFloor(pack, floor);
        }
        String zone = strings.get("zone");
        if (zone != null) {
            stores.checkZone(pack, zone);
        }
        String window = strings.get("window");
        if (window != null) {
            checkWindow(window);
        }
        if (!text.variables().contains(QueryText.TIME_FILTER)) {
            return text.filled(strings, 0, 0);
        }
        long from = millis("from", values);
        long to = millis("to", values);
        long longest = LONGEST_BY_WINDOW.getOrDefault(window == null ? "" : window, LONGEST_MILLIS);
        if (to <= from || to - from > longest) {
            throw Refusal.badRequest("The time from " + from + " to " + to + " is " + (to - from)
                    + " ms long but must be 1 to " + longest + ".");
        }
        return text.filled(strings, from, to);
    }

    private static void checkWindow(String window) throws Refusal {
        if (Arrays.stream(Window.values()).noneMatch(known -> known.label().equals(window))) {
            throw Refusal.badRequest("The window '" + window + "' is none: ask for 1m, 15m, 1h or 1d.");
        }
    }

    private static long millis(String name, Function<String, @Nullable String> values) throws Refusal {
        String value = required(name, values);
        if (!value.matches("\\d{1,15}")) {
            throw Refusal.badRequest("'" + name + "' is '" + value + "' but must be milliseconds since 1970.");
        }
        return Long.parseLong(value);
    }

    private static String required(String name, Function<String, @Nullable String> values) throws Refusal {
        String value = values.apply(name);
        if (value == null) {
            throw Refusal.badRequest("This query needs '" + name + "'.");
        }
        return value;
    }
}
