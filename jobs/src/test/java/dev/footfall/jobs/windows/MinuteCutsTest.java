package dev.footfall.jobs.windows;

import static dev.footfall.jobs.Times.at;
import static dev.footfall.jobs.Times.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a stretch of time is cut at the minutes of the store day, and how each piece is rounded once. */
class MinuteCutsTest {
    private static final long DAY_START = at("04:00");

    private static List<String> pieces(long fromNanos, long toNanos) {
        List<String> pieces = new ArrayList<>();
        MinuteCuts.cut(
                DAY_START, fromNanos, toNanos, (minute, micros) -> pieces.add(minute + ": " + micros / 1e6 + " s"));
        return pieces;
    }

    @Test
    void withinAMinute_isOnePiece() {
        assertThat(pieces(nanos("04:01:10"), nanos("04:01:12.5"))).containsExactly("1: 2.5 s");
    }

    @Test
    void overMinutes_isCutAtEach() {
        assertThat(pieces(nanos("04:00:50"), nanos("04:03:10")))
                .containsExactly("0: 10.0 s", "1: 60.0 s", "2: 60.0 s", "3: 10.0 s");
    }

    @Test
    void toABorder_hasNoPieceBehindIt() {
        assertThat(pieces(nanos("04:00:50"), nanos("04:01:00"))).containsExactly("0: 10.0 s");
        assertThat(pieces(nanos("04:01:00"), nanos("04:01:10"))).containsExactly("1: 10.0 s");
    }

    @Test
    void pieceShorterThanAMicrosecond_isRounding() {
        assertThat(pieces(nanos("04:00:50"), nanos("04:01:00") + 999)).containsExactly("0: 10.0 s");
        assertThat(pieces(nanos("04:00:50"), nanos("04:01:00") + 1_000)).containsExactly("0: 10.0 s", "1: 1.0E-6 s");
    }

    @Test
    void noTime_hasNoPiece() {
        assertThat(pieces(nanos("04:00:50"), nanos("04:00:50"))).isEmpty();
    }

    @Test
    void rounding_isHalfUp() {
        assertThat(MinuteCuts.micros(1_499)).isEqualTo(1);
        assertThat(MinuteCuts.micros(1_500)).isEqualTo(2);
        assertThat(MinuteCuts.millis(499_999)).isZero();
        assertThat(MinuteCuts.millis(500_000)).isEqualTo(1);
    }
}
