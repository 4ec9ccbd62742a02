package dev.footfall.jobs.batches;

/**
 * What came in for a store since its clock moved on before.
 *
 * @param frames frames taken
 * @param duplicates frames that came again and were dropped
 * @param gaps frames that no gateway could send any more
 * @param lateEvents events that were older than the store's clock
 * @param wallMillis the clock of the wall when the clock moved on; {@link #NO_WALL} in a replay, which has no now
 */
public record Delivery(long frames, long duplicates, long gaps, long lateEvents, long wallMillis) {
    /** Nobody looks at the clock of the wall. */
    public static final long NO_WALL = Long.MIN_VALUE;
}
