package dev.footfall.geofences;

import java.time.LocalDate;

/**
 * A store's day: the half-open stretch {@code [startMillis, endMillis)} from one day cut to the next.
 *
 * @param date the date on which it starts
 */
public record StoreDay(LocalDate date, long startMillis, long endMillis) {

    public StoreDay {
        if (endMillis < startMillis) {
            throw new IllegalArgumentException(
                    "endMillis is " + endMillis + " but must not precede startMillis " + startMillis + " of " + date);
        }
    }

    /** Whether the instant falls on this day. */
    public boolean contains(long millis) {
        return startMillis <= millis && millis < endMillis;
    }
}
