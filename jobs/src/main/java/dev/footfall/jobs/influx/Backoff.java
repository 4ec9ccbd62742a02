package dev.footfall.jobs.influx;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time up to a limit, a random part of it, so that many who wait do not come back
 * at once; and no less than the server asks for.
 *
 * @param firstMillis longest wait after the first attempt
 * @param mostMillis longest wait of all, unless the server asks for more
 * @param random draws from the upper half of the wait
 * @param clock what a date in {@code Retry-After} is measured against
 */
record Backoff(long firstMillis, long mostMillis, RandomGenerator random, Clock clock) {
    private static final int MOST_DOUBLINGS = 30;

    Backoff {
        if (firstMillis <= 0 || mostMillis < firstMillis) {
            throw new IllegalArgumentException("firstMillis " + firstMillis + ", mostMillis " + mostMillis
                    + ": must be 0 < firstMillis <= mostMillis");
        }
    }

    /** Half a second at first and half a minute at most. */
    static Backoff ofSeconds() {
        return new Backoff(500, 30_000, RandomGenerator.getDefault(), Clock.systemUTC());
    }

    /**
     * The wait after the attempt that was the {@code attempt}-th to fail, counted from 0.
     *
     * @param retryAfter what the server asks for: seconds, or a date as HTTP writes it; ignored when it is neither
     */
    long millis(int attempt, Optional<String> retryAfter) {
        long longest = Math.min(mostMillis, firstMillis << Math.min(attempt, MOST_DOUBLINGS));
        long own = longest - random.nextLong(longest / 2 + 1);
        return Math.max(own, retryAfter.map(this::askedMillis).orElse(0L));
    }

    private long askedMillis(String retryAfter) {
        if (retryAfter.strip().matches("\\d{1,9}")) {
            return 1_000 * Long.parseLong(retryAfter.strip());
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Math.max(0, Duration.between(clock.instant(), date).toMillis());
        } catch (DateTimeException neither) {
            return 0;
        }
    }
}
