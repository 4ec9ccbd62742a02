package dev.footfall.simulator.truth;

/**
 * A visit, as a device that sees everything would see it.
 *
 * @param visit names it in this simulation
 * @param source the device that sees it
 * @param staff whether it is one of staff, which figures do not count
 * @param group names the group; empty where there is none
 * @param mission what they came for
 * @param startedMillis the first instant seen
 * @param endedMillis the last instant seen
 */
public record TrueVisit(
        String visit,
        String source,
        boolean staff,
        String group,
        String mission,
        long startedMillis,
        long endedMillis) {}
