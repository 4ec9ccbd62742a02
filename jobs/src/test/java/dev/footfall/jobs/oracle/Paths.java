package dev.footfall.jobs.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.footfall.jobs.oracle.Stays.Stay;
import dev.footfall.jobs.oracle.Visits.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which zones a visit stopped in, one after the other; the definitions' section on paths and flows. */
final class Paths {

    private static final int MOST_VISITED = 50;

    private record Edge(String source, String target) {}

    private final Visits visits;
    private final Stays stays;

    Paths(Visits visits, Stays stays) {
        this.visits = visits;
        this.stays = stays;
    }

    /** The zones from {@code start} to {@code end}. */
    List<String> path(Visit visit) {
        List<String> path = new ArrayList<>(List.of("start"));
        stays.enteredDuring(visit).stream()
                .filter(stay -> stay.zone().path() && stay.isStop())
                .sorted(comparingLong(Stay::enteredNanos)
                        .thenComparing(stay -> stay.zone().id()))
                .map(stay -> stay.zone().id())
                .forEach(zone -> {
                    if (!zone.equals(path.get(path.size() - 1))) {
                        path.add(zone);
                    }
                });
        path.add("end");
        return path;
    }

    void write(Points points) {
        Map<Visit, List<String>> paths = new LinkedHashMap<>();
        visits.all().forEach(visit -> paths.put(visit, path(visit)));
        visits.byWindowOfEnd().forEach((window, ended) -> {
            writeFlows(points, window, ended.stream().map(paths::get).toList());
            writeRanking(
                    points, window, ended.stream().collect(groupingBy(visit -> String.join("->", paths.get(visit)))));
        });
    }

    private static void writeFlows(Points points, Windows.Span window, List<List<String>> paths) {
        Map<Edge, Long> counts = new LinkedHashMap<>();
        for (List<String> path : paths) {
            for (int i = 1; i < path.size(); i++) {
                counts.merge(new Edge(path.get(i - 1), path.get(i)), 1L, Long::sum);
            }
        }
        counts.forEach((edge, count) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("visits", count);
            fields.put("source", edge.source());
            fields.put("target", edge.target());
            points.put("zone_flow", Map.of("edge", edge.source() + "->" + edge.target()), window, fields);
        });
    }

    private static void writeRanking(Points points, Windows.Span window, Map<String, List<Visit>> byPath) {
        List<Map.Entry<String, List<Visit>>> ranked = new TreeMap<>(byPath)
                .entrySet().stream()
                        .sorted(comparing(entry -> -entry.getValue().size()))
                        .limit(MOST_VISITED)
                        .toList();
        for (int i = 0; i < ranked.size(); i++) {
            List<Visit> taken = ranked.get(i).getValue();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("path", ranked.get(i).getKey());
            fields.put("visits", (long) taken.size());
            fields.put(
                    "duration_ms_sum",
                    taken.stream().mapToLong(Visit::durationMillis).sum());
            points.put("paths", Map.of("rank", String.format("%02d", i + 1)), window, fields);
        }
    }
}
