package dev.footfall.simulator.settings;

/**
 * How sensors err.
 *
 * @param doorMissed the probability that a door counter misses somebody
 * @param doorTwice the probability that it counts somebody twice
 * @param switchesPerHour how often two people near each other swap their track ids, for each hour that a person is seen
 * @param lossesPerHour how often a track is lost for some seconds and found under a new id, for each hour
 * @param noiseMetres standard deviation of a position, each axis
 * @param skewMillis standard deviation of a device's clock; never more than 1.4 s off
 * @param outagesPerDay how often a device falls silent
 * @param outageMinutes for how long, on average
 */
public record ErrorRates(
        double doorMissed,
        double doorTwice,
        double switchesPerHour,
        double lossesPerHour,
        double noiseMetres,
        double skewMillis,
        double outagesPerDay,
        double outageMinutes) {
    /** No errors. */
    public static final ErrorRates NONE = new ErrorRates(0, 0, 0, 0, 0, 0, 0, 1);

    /** What holds where {@code simulation.yaml} says nothing. */
    public static final ErrorRates DEFAULT = new ErrorRates(0.015, 0.005, 0.5, 1.0, 0.12, 250, 0.15, 8);

    public ErrorRates {
        Limits.between("errors.doorMissed", doorMissed, 0, 1);
        Limits.between("errors.doorTwice", doorTwice, 0, 1);
        Limits.between("errors.switchesPerHour", switchesPerHour, 0, 3600);
        Limits.between("errors.lossesPerHour", lossesPerHour, 0, 3600);
        Limits.between("errors.noise", noiseMetres, 0, 5);
        Limits.between("errors.skew", skewMillis, 0, 60_000);
        Limits.between("errors.outagesPerDay", outagesPerDay, 0, 1000);
        Limits.between("errors.outageMinutes", outageMinutes, 0.1, 1440);
    }
}
