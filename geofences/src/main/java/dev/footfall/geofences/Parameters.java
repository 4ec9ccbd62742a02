package dev.footfall.geofences;

/**
 * The thresholds of one store, as its {@code parameters} set them; metrics are defined in terms of these.
 *
 * @param bridgeMillis the longest time between two observations that still makes a segment
 * @param graceMillis the longest gap between two inside intervals that one stay spans (a zone may say its own)
 * @param minStayMillis from which dwell a stay is a stop (a zone may say its own)
 * @param engagedAfterMillis from which dwell a stay is engaged (a zone may say its own)
 * @param visitGapMillis the longest gap within one visit
 * @param bounceUnderMillis a shorter visit is a bounce
 * @param cellMillimetres the side of a heat map cell
 * @param maxSpeedMillimetresPerSecond the highest speed of a segment
 * @param doorBandMillimetres how far from a door's line a side counts as taken
 */
public record Parameters(
        long bridgeMillis,
        long graceMillis,
        long minStayMillis,
        long engagedAfterMillis,
        long visitGapMillis,
        long bounceUnderMillis,
        int cellMillimetres,
        int maxSpeedMillimetresPerSecond,
        int doorBandMillimetres) {

    /** What holds for whatever {@code store.yaml} does not say. */
    public static final Parameters DEFAULTS =
            new Parameters(5_000, 5_000, 5_000, 15_000, 300_000, 60_000, 500, 6_000, 300);

    static final long LONGEST_MILLIS = 24 * 3_600_000L;
    static final int SMALLEST_CELL_MILLIMETRES = 10;
    static final int LARGEST_CELL_MILLIMETRES = 1_000_000;
    static final int HIGHEST_SPEED = 1_000_000;
    static final int WIDEST_DOOR_BAND = 100_000;

    public Parameters {
        Checks.between("bridgeMillis", bridgeMillis, 1, LONGEST_MILLIS);
        Checks.between("graceMillis", graceMillis, 0, LONGEST_MILLIS);
        Checks.between("minStayMillis", minStayMillis, 0, LONGEST_MILLIS);
        Checks.between("engagedAfterMillis", engagedAfterMillis, 0, LONGEST_MILLIS);
        Checks.between("visitGapMillis", visitGapMillis, 0, LONGEST_MILLIS);
        Checks.between("bounceUnderMillis", bounceUnderMillis, 0, LONGEST_MILLIS);
        Checks.between("cellMillimetres", cellMillimetres, SMALLEST_CELL_MILLIMETRES, LARGEST_CELL_MILLIMETRES);
        Checks.between("maxSpeedMillimetresPerSecond", maxSpeedMillimetresPerSecond, 1, HIGHEST_SPEED);
        Checks.between("doorBandMillimetres", doorBandMillimetres, 0, WIDEST_DOOR_BAND);
    }
}
