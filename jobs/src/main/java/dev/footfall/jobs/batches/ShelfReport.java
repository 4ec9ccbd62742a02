package dev.footfall.jobs.batches;

/**
 * A stay that a shelf camera measured itself.
 *
 * @param subject pseudonym of (device, id) in the store day in which the stay ended
 * @param enteredSubject pseudonym of the same in the store day in which it began
 * @param zone the zone it watched
 * @param enteredMillis when the stay began
 * @param leftMillis when it ended, or {@link #OPEN}
 */
public record ShelfReport(long subject, long enteredSubject, String zone, long enteredMillis, long leftMillis) {
    /** {@code leftMillis} of somebody who is still there. */
    public static final long OPEN = Long.MIN_VALUE;

    /** Whether the person was still there when the camera reported. */
    public boolean open() {
        return leftMillis == OPEN;
    }
}
