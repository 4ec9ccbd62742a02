package dev.footfall.jobs.batches;

/** How completely the devices behind figures were heard, as far as a batch's clock has come. */
@FunctionalInterface
public interface Completeness {
    /** All of the time. */
    int WHOLE = 10_000;

    /**
     * The share of [{@code fromMillis}, {@code toMillis}) in which every device that feeds a figure was heard; of that time only what the clock has
     * passed counts.
     *
     * @return ten-thousandths, rounded down: {@link #WHOLE} only when nothing is missing, when no device feeds the figure, or none of the time has passed
     */
    int tenThousandths(Feed feed, long fromMillis, long toMillis);

    /** Before {@code coverage} has said it. */
    static Completeness unsaid() {
        return (feed, from, to) -> {
            throw new IllegalStateException("completeness of " + feed + " is asked for before coverage has said it");
        };
    }
}
