package dev.footfall.simulator.people;

/**
 * Somebody has paid.
 *
 * @param who it was
 * @param checkout the zone of the checkout
 * @param timeMillis when
 */
public record Payment(Person who, String checkout, long timeMillis) {}
