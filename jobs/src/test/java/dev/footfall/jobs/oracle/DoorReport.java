package dev.footfall.jobs.oracle;

/**
 * One report of a door counter.
 *
 * @param intervalMillis the length of the interval that ends at {@code timeMillis}, or 0 when the device does not say
 */
public record DoorReport(
        String device, String door, long timeMillis, long in, long out, long passing, long intervalMillis) {

    /** The instant at which the report counts: the start of its interval. */
    long countsAtMillis() {
        return timeMillis - intervalMillis;
    }
}
