package dev.footfall.simulator.settings;

import java.time.LocalTime;

/**
 * When a store is open, on its wall clock, the same every day.
 *
 * @param from when it opens
 * @param to when it closes, later on the same day
 * @param dayCut when its day begins: not while it is open, since the figures of who is inside then are cut in two
 */
public record Opening(LocalTime from, LocalTime to, LocalTime dayCut) {
    public Opening {
        boolean openedBefore = from.isBefore(dayCut);
        boolean closesAfter = dayCut.isBefore(to);
        if (from.isBefore(to) ? openedBefore && closesAfter : openedBefore || closesAfter) {
            throw new IllegalArgumentException(
                    "store.yaml: openingHours are " + from + " to " + to + " but dayCut is " + dayCut
                            + " and must not lie between them: a store is simulated only when it is closed as its day begins");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "store.yaml: openingHours are " + from + " to " + to + " but must begin before they end");
        }
    }

    /** Whether it is open. */
    public boolean isOpen(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** The share of an hour of the wall clock during which it is open. */
    double shareOpen(int hour) {
        double begin = Math.max(hour * 3600.0, from.toSecondOfDay());
        double end = Math.min((hour + 1) * 3600.0, to.toSecondOfDay());
        return Math.max(0, end - begin) / 3600.0;
    }
}
