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
public record TrueStay(String visit, String floor, String zone, long enteredNanos, long leftNanos) {}
