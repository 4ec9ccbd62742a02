package dev.footfall.simulator.truth;

/**
 * Somebody went through a door, or by it.
 *
 * @param timeMillis when the source of the door's figures counts it
 * @param door its id
 * @param direction which way
 * @param visit who; empty for somebody who walks by
 */
public record TrueCrossing(long timeMillis, String door, Direction direction, String visit) {
    /** Which way. */
    public enum Direction {
        IN,
        OUT,
        PASSING
    }
}
