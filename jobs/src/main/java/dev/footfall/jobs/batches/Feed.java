package dev.footfall.jobs.batches;

/**
 * The figures that the same devices feed.
 *
 * @param figures which ones
 * @param place the floor, door or funnel that they are of; empty when they are the store's
 */
public record Feed(Figures figures, String place) {
    /** Sorts of figures. */
    public enum Figures {
        /** The heat map of a floor. */
        HEAT,
        /** The zones of a floor. */
        ZONES,
        /** The visits of the store, and their ways. */
        VISITS,
        /** A funnel. */
        FUNNEL,
        /** A door. */
        DOOR,
        /** All doors of the store. */
        OCCUPANCY
    }

    /** The visits of the store, and their ways. */
    public static final Feed VISITS = new Feed(Figures.VISITS, "");
    /** How many are in the store. */
    public static final Feed OCCUPANCY = new Feed(Figures.OCCUPANCY, "");

    /** The heat map of a floor. */
    public static Feed heatOf(String floor) {
        return new Feed(Figures.HEAT, floor);
    }

    /** The zones of a floor. */
    public static Feed zonesOf(String floor) {
        return new Feed(Figures.ZONES, floor);
    }

    /** A funnel. */
    public static Feed funnel(String id) {
        return new Feed(Figures.FUNNEL, id);
    }

    /** A door. */
    public static Feed door(String id) {
        return new Feed(Figures.DOOR, id);
    }
}
