package dev.footfall.simulator.score;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import dev.footfall.simulator.score.Truth.Stay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Zones, by the stays that ended in a window and by who was there during it. */
final class ZoneTruth {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double MICROS_PER_MILLI = 1_000;

    private ZoneTruth() {}

    static void addTo(Figures figures, StorePack pack, Truth truth, Predicate<String> isByShelfCamera) {
        Median dwells = new Median();
        Map<Figures.Cell, Set<String>> present = new HashMap<>();
        for (Stay stay : truth.stays()) {
            Zone zone = zoneOf(pack, stay);
            for (WindowSpan span : WindowSpan.around(pack.calendar(), millisecondOf(stay.leftNanos()))) {
                figures.add(span.cell(Figure.STAYS, zone.id()), 1);
                figures.add(span.cell(isStop(zone, stay) ? Figure.STOPS : Figure.PASSES, zone.id()), 1);
                figures.add(span.cell(Figure.ENGAGED, zone.id()), isEngaged(zone, stay) ? 1 : 0);
                figures.add(span.cell(Figure.DWELL, zone.id()), micros(stay) / MICROS_PER_MILLI);
                dwells.add(span.cell(Figure.DWELL_P50, zone.id()), Math.round(stay.dwellNanos() / 1e6));
            }
            for (WindowSpan span : spansOf(pack.calendar(), stay, isByShelfCamera.test(stay.visit()))) {
                present.computeIfAbsent(span.cell(Figure.ZONE_VISITS, zone.id()), unseen -> new HashSet<>())
                        .add(stay.visit());
            }
        }
        dwells.putInto(figures);
        present.forEach((cell, visits) -> figures.put(cell, visits.size()));
    }

    /** The zone as it was when the stay began. */
    static Zone zoneOf(StorePack pack, Stay stay) {
        return pack.layoutAt(millisecondOf(stay.enteredNanos()))
                .findZone(stay.zone())
                .orElseThrow(() -> new IllegalStateException("there is no zone " + stay.zone() + " for " + stay));
    }

    static boolean isStop(Zone zone, Stay stay) {
        return stay.dwellNanos() >= zone.minStayMillis() * NANOS_PER_MILLI;
    }

    private static boolean isEngaged(Zone zone, Stay stay) {
        return stay.dwellNanos() >= zone.engagedAfterMillis() * NANOS_PER_MILLI;
    }

    /** The windows in which somebody was there; a stay that a shelf camera tells counts whole where it ends. */
    private static List<WindowSpan> spansOf(StoreCalendar calendar, Stay stay, boolean byShelfCamera) {
        long left = millisecondOf(stay.leftNanos());
        if (byShelfCamera || stay.dwellNanos() == 0) {
            return WindowSpan.around(calendar, left);
        }
        long lastMoment = millisecondOf(stay.leftNanos() - 1);
        return WindowSpan.between(calendar, millisecondOf(stay.enteredNanos()), lastMoment + 1);
    }

    private static long millisecondOf(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_MILLI);
    }

    private static long micros(Stay stay) {
        return Math.round(stay.dwellNanos() / MICROS_PER_MILLI);
    }
}
