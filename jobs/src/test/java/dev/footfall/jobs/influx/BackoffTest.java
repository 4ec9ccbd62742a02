package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the writer waits after each failure. */
class BackoffTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    /** Draws nothing off the longest wait. */
    private static final RandomGenerator LONGEST = () -> 0;

    private static Backoff longest() {
        return new Backoff(500, 30_000, LONGEST, NOON);
    }

    @Test
    void wait_doublesUpToItsLimit() {
        assertThat(IntStream.range(0, 9).mapToLong(attempt -> longest().millis(attempt, Optional.empty())))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
        assertThat(longest().millis(1_000_000, Optional.empty())).isEqualTo(30_000);
    }

    @Test
    void wait_isSpreadOverTheUpperHalf() {
        Backoff backoff = new Backoff(500, 30_000, new Random(20261122), NOON);
        assertThat(IntStream.range(0, 1_000).mapToLong(i -> backoff.millis(3, Optional.empty())))
                .allMatch(millis -> 2_000 <= millis && millis <= 4_000)
                .anyMatch(millis -> millis < 2_100)
                .anyMatch(millis -> millis > 3_900);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                             | 7000",
                "0                             | 500",
                "3600                          | 3600000",
                "Sun, 22 Nov 2026 12:00:20 GMT | 20000",
                "Sun, 22 Nov 2026 11:59:00 GMT | 500",
                "in a while                    | 500",
            })
    void server_canAskForMore_inSecondsOrByADate(String retryAfter, long millis) {
        assertThat(longest().millis(0, Optional.of(retryAfter))).isEqualTo(millis);
    }
}
