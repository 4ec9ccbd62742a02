package dev.footfall.simulator.people;

/**
 * Somebody has walked by a door, outside.
 *
 * @param door its id
 * @param timeMillis when
 */
public record PassBy(String door, long timeMillis) {}
