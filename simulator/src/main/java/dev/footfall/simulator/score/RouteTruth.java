package dev.footfall.simulator.score;

import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import dev.footfall.simulator.score.Truth.Stay;
import dev.footfall.simulator.score.Truth.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Flows between zones, and the paths that most visits took. */
final class RouteTruth {
    private static final int RANKS = 50;
    private static final String ARROW = "->";

    private RouteTruth() {}

    /** How many visits took a path, and how long they were. */
    private record Taken(String path, long visits, long durationMillis) {
        Taken plus(Taken other) {
            return new Taken(path, visits + other.visits, durationMillis + other.durationMillis);
        }
    }

    static void addTo(Figures figures, StorePack pack, Truth truth, Map<String, List<Stay>> staysByVisit) {
        Map<WindowSpan, Map<String, Taken>> paths = new HashMap<>();
        for (Visit visit : truth.visits()) {
            List<String> places = places(pack, staysByVisit.getOrDefault(visit.id(), List.of()));
            Taken taken = new Taken(String.join(ARROW, places), 1, visit.durationMillis());
            for (WindowSpan span : WindowSpan.around(pack.calendar(), visit.endedMillis())) {
                for (int i = 1; i < places.size(); i++) {
                    figures.add(span.cell(Figure.FLOW, places.get(i - 1) + ARROW + places.get(i)), 1);
                }
                paths.computeIfAbsent(span, unseen -> new TreeMap<>()).merge(taken.path(), taken, Taken::plus);
            }
        }
        paths.forEach((span, all) -> all.values().stream()
                .sorted(Comparator.comparingLong(Taken::visits).reversed().thenComparing(Taken::path))
                .limit(RANKS)
                .forEach(taken -> {
                    figures.put(span.cell(Figure.PATH, taken.path()), (double) taken.visits());
                    figures.put(span.cell(Figure.PATH_DURATION, taken.path()), (double) taken.durationMillis());
                }));
    }

    /** Start, the zones of stops in the order of entering, each once in a row, and end. */
    private static List<String> places(StorePack pack, List<Stay> stays) {
        List<String> places = new ArrayList<>(List.of("start"));
        for (Stay stay : stays) {
            Zone zone = ZoneTruth.zoneOf(pack, stay);
            boolean again = places.size() > 1 && places.get(places.size() - 1).equals(zone.id());
            if (zone.path() && ZoneTruth.isStop(zone, stay) && !again) {
                places.add(zone.id());
            }
        }
        places.add("end");
        return places;
    }
}
