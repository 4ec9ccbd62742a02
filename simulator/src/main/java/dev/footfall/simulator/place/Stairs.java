package dev.footfall.simulator.place;

/**
 * A way from one floor to another.
 *
 * @param from where it begins
 * @param to where it ends
 * @param seconds how long one is on it, seen by nobody
 */
public record Stairs(Spot from, Spot to, int seconds) {}
