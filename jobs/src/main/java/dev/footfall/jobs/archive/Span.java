package dev.footfall.jobs.archive;

/**
 * A stretch of event time, both ends included; {@link #NONE} holds nothing.
 *
 * @param firstMillis first instant
 * @param lastMillis last instant
 */
public record Span(long firstMillis, long lastMillis) {
    /** No instant at all. */
    public static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    /** Whether there is no instant in it. */
    public boolean isEmpty() {
        return firstMillis > lastMillis;
    }

    /** The least span that holds this one and those instants. */
    public Span with(long fromMillis, long toMillis) {
        return fromMillis >= firstMillis && toMillis <= lastMillis
                ? this
                : new Span(Math.min(firstMillis, fromMillis), Math.max(lastMillis, toMillis));
    }

    /** Whether an instant of {@code [fromMillis, untilMillis)} lies in it. */
    public boolean meets(long fromMillis, long untilMillis) {
        return !isEmpty() && firstMillis < untilMillis && lastMillis >= fromMillis;
    }
}
