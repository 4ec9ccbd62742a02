package dev.footfall.simulator.place;

/**
 * A place where one can stop.
 *
 * @param number its place among all spots of the store
 * @param floor the index of its floor
 * @param xMetres in the store frame
 * @param yMetres in the store frame
 * @param swayMetres how far from it one may really stand, each to his own
 */
public record Spot(int number, int floor, double xMetres, double yMetres, double swayMetres) {

    /** How far it is to another, as the crow flies. */
    double distance(Spot other) {
        return Math.hypot(other.xMetres - xMetres, other.yMetres - yMetres);
    }
}
