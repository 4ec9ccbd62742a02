package dev.footfall.jobs.windows;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Wherever a stretch of time is cut, its pieces are the stretch. */
class MinuteCutsProperties {
    private static final long DAY_START = at("04:00");

    @Property(seed = "20261122")
    void pieces_areTheStretch(
            @ForAll @LongRange(max = 7_200_000) long fromMillis, @ForAll @LongRange(max = 600_000) long millis) {
        long[] sum = {0};
        long start = MinuteCuts.nanos(DAY_START + fromMillis);
        MinuteCuts.cut(DAY_START, start, start + MinuteCuts.nanos(millis), (minute, micros) -> {
            assertThat(minute).isBetween((int) (fromMillis / 60_000), (int) ((fromMillis + millis) / 60_000));
            sum[0] += micros;
        });

        assertThat(sum[0]).isEqualTo(millis * 1_000);
    }
}
