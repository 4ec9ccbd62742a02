package dev.footfall.jobs.ingest;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a store's clock waits for a gateway that says nothing.
 *
 * @param millis of the clock of the wall; {@link Long#MAX_VALUE} for ever
 */
public record Patience(long millis) implements Serializable {
    /** Of a replay: a gateway that is listed is waited for, however long it takes. */
    public static final Patience ENDLESS = new Patience(Long.MAX_VALUE);

    /** Of a live job that does not say otherwise. */
    public static final Patience LIVE = of(Duration.ofMinutes(10));

    public Patience {
        if (millis <= 0) {
            throw new IllegalArgumentException("patience = " + millis + " ms, must be more than 0");
        }
    }

    public static Patience of(Duration duration) {
        return new Patience(duration.toMillis());
    }

    boolean isEndless() {
        return millis == Long.MAX_VALUE;
    }
}
