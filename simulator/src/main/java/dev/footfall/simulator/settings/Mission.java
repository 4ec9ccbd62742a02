package dev.footfall.simulator.settings;

/**
 * What somebody comes for.
 *
 * @param name for the truth files
 * @param share how many come with it, relative to the other missions
 * @param fewestStops how often they stop at least
 * @param mostStops how often they stop at most
 * @param medianStopSeconds half of their stops are shorter
 * @param buys the probability that they pay for something
 * @param service the probability that they also queue at a service counter
 */
public record Mission(
        String name,
        double share,
        int fewestStops,
        int mostStops,
        double medianStopSeconds,
        double buys,
        double service) {
    public Mission {
        Limits.between("share of mission " + name, share, 0, 1e6);
        Limits.between("stops of mission " + name, fewestStops, 0, mostStops);
        Limits.between("stops of mission " + name, mostStops, fewestStops, 1000);
        Limits.between("medianStop of mission " + name, medianStopSeconds, 1, 3600);
        Limits.between("buys of mission " + name, buys, 0, 1);
        Limits.between("service of mission " + name, service, 0, 1);
    }
}
