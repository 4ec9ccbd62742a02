package dev.footfall.jobs.batches;

/**
 * A visit that is over.
 *
 * @param visit its number, unique within the store
 * @param startedMillis first observation
 * @param endedMillis last observation
 */
public record VisitEnd(long visit, long startedMillis, long endedMillis) {
    public VisitEnd {
        if (endedMillis < startedMillis) {
            throw new IllegalArgumentException(
                    "endedMillis " + endedMillis + " is before startedMillis " + startedMillis);
        }
    }

    /** From the first observation to the last. */
    public long durationMillis() {
        return endedMillis - startedMillis;
    }
}
