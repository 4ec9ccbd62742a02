package dev.footfall.simulator.truth;

/**
 * A customer's stay in a zone.
 *
 * @param visit the visit it is part of
 * @param floor the id of the floor
 * @param zone the id of the zone
 * @param enteredNanos since the epoch
 * @param leftNanos since the epoch
 */
public record TrueStay(String visit, String floor, String zone, long enteredNanos, long leftNanos) {
    private static final long NANOS_PER_MICRO = 1_000;

    /** How long it was, in microseconds, half a one rounded up. */
    public long dwellMicros() {
        return Math.floorDiv(leftNanos - enteredNanos + NANOS_PER_MICRO / 2, NANOS_PER_MICRO);
    }
}
