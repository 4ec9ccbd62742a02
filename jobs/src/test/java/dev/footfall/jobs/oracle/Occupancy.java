package dev.footfall.jobs.oracle;

import dev.footfall.jobs.oracle.Footfall.Change;
import dev.footfall.jobs.oracle.Windows.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many people are in the store; the definitions' occupancy. */
final class Occupancy {

    private final Windows windows;
    private final TreeMap<Long, Long> netByInstant = new TreeMap<>();

    Occupancy(Windows windows, List<Change> changes) {
        this.windows = windows;
        changes.forEach(change -> netByInstant.merge(change.timeMillis(), change.in() - change.out(), Long::sum));
    }

    void write(Points points) {
        Set<Span> touched = new HashSet<>();
        netByInstant.keySet().forEach(instant -> touched.addAll(windows.around(instant)));
        for (Span window : touched) {
            points.put("occupancy", Map.of(), window, fields(window));
        }
    }

    /** Counts the whole day up to the window's end anew. */
    private Map<String, Object> fields(Span window) {
        long people = 0;
        long clamped = 0;
        for (long net : netByInstant
                .subMap(windows.dayStart(window.startMillis()), window.startMillis())
                .values()) {
            people = Math.max(0, people + net);
        }
        long most = people;
        for (long net :
                netByInstant.subMap(window.startMillis(), window.endMillis()).values()) {
            clamped += Math.max(0, -(people + net));
            people = Math.max(0, people + net);
            most = Math.max(most, people);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("people", people);
        fields.put("people_max", most);
        fields.put("clamped", clamped);
        return fields;
    }
}
