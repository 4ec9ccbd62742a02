package dev.footfall.simulator.score;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.simulator.score.Truth.Crossing;
import dev.footfall.simulator.score.Truth.Occupancy;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Footfall and occupancy, from who crossed which door. */
final class DoorTruth {
    private DoorTruth() {}

    static void addTo(Figures figures, StoreCalendar calendar, Truth truth) {
        for (Crossing crossing : truth.crossings()) {
            Figure figure =
                    switch (crossing.direction()) {
                        case IN -> Figure.IN;
                        case OUT -> Figure.OUT;
                        case PASSING -> Figure.PASSING;
                    };
            WindowSpan.around(calendar, crossing.timeMillis())
                    .forEach(span -> figures.add(span.cell(figure, crossing.door()), 1));
        }
        NavigableMap<Long, Long> people = new TreeMap<>();
        for (Occupancy occupancy : truth.occupancies()) {
            people.put(occupancy.timeMillis(), occupancy.people());
        }
        for (WindowSpan span : WindowSpan.between(
                calendar, truth.run().fromMillis(), truth.run().untilMillis())) {
            addOccupancy(figures, span, people);
        }
    }

    private static void addOccupancy(Figures figures, WindowSpan span, NavigableMap<Long, Long> people) {
        NavigableMap<Long, Long> today = people.subMap(span.dayStartMillis(), true, span.endMillis(), false);
        NavigableMap<Long, Long> before = today.headMap(span.startMillis(), false);
        NavigableMap<Long, Long> within = today.tailMap(span.startMillis(), true);
        double carried = before.isEmpty() ? 0 : before.lastEntry().getValue();
        figures.put(
                span.cell(Figure.PEOPLE, ""),
                within.isEmpty() ? carried : within.lastEntry().getValue());
        double most =
                within.values().stream().mapToDouble(Long::doubleValue).max().orElse(0);
        figures.put(span.cell(Figure.PEOPLE_MAX, ""), Math.max(carried, most));
    }
}
