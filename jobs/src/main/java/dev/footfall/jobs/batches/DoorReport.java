package dev.footfall.jobs.batches;

/**
 * What a door counter reported, in the words of the device.
 *
 * @param timeMillis its place in the stream
 * @param device the counter
 * @param in people in since the last report, or the running total when {@code totals}
 * @param out people out, likewise
 * @param passing people passing by since the last report, never a total
 * @param intervalMillis length of the interval it counted over; 0 when it did not say
 * @param totals whether {@code in} and {@code out} are running totals
 */
public record DoorReport(
        long timeMillis, String device, long in, long out, long passing, long intervalMillis, boolean totals) {

    /** The instant at which the report counts: the start of its interval. */
    public long instantMillis() {
        return timeMillis - intervalMillis;
    }
}
