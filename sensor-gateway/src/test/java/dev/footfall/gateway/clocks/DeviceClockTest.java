package dev.footfall.gateway.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Offsets in milliseconds, receipts in milliseconds from the first. */
class DeviceClockTest {
    private static final long START = 1_793_696_400_000L;
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    private final DeviceClock clock = new DeviceClock(2_000);

    @Test
    void ahead_byTwoSeconds_isTakenAsSaid() {
        assertThat(shift(0, -2_000)).hasValue(0);
        assertThat(shift(1_000, -1_999)).hasValue(0);
    }

    @Test
    void ahead_byMore_isPutRightAtOnce_andByTheSameWhateverTheDelay() {
        assertThat(shift(0, -5_000)).hasValue(-5_000);
        assertThat(shift(1_000, -4_300)).hasValue(-5_000);
        assertThat(shift(2_000, -5_800)).hasValue(-5_000);
    }

    @Test
    void ahead_byTenMinutes_isPutRight_andBeyondRefused() {
        assertThat(shift(0, -DeviceClock.LIMIT_MILLIS)).hasValue(-DeviceClock.LIMIT_MILLIS);
        assertThat(shift(1, -DeviceClock.LIMIT_MILLIS - 1)).isEmpty();
        assertThat(clock.findSkewMillis()).isEqualTo(-DeviceClock.LIMIT_MILLIS - 1);
    }

    /** One message from the future says nothing of those that came on time, or late. */
    @Test
    void ahead_once_shiftsNothingElse() {
        assertThat(shift(0, 100)).hasValue(0);
        assertThat(shift(1_000, -300_000)).hasValue(-300_000);
        assertThat(shift(2_000, 100)).hasValue(0);
        assertThat(shift(3_000, 20_000)).hasValue(0);
        assertThat(shift(4_000, -4_000)).hasValue(-4_000);
    }

    @Test
    void ahead_steadily_shiftsWhatComesLateAsWell() {
        run(0, 2 * MINUTE, -20_000);
        assertThat(shift(2 * MINUTE, HOUR - 20_000)).hasValue(-20_000);
        assertThat(clock.findSkewMillis()).isEqualTo(-20_000);
    }

    @Test
    void ahead_thenSetRight_isTakenAsSaidAtOnce() {
        run(0, 2 * MINUTE, -20_000);
        assertThat(shift(2 * MINUTE, 50)).hasValue(0);
        assertThat(shift(2 * MINUTE + 1_000, 30_000)).hasValue(0);
    }

    /** A message that comes twice must get the same time twice. */
    @Test
    void restored_shiftsWhatTheBrokerKept_asItDidBefore() {
        clock.restore(-20_000);
        assertThat(clock.findShift(START, START, false)).hasValue(-20_000);
        assertThat(clock.findShift(START, START + 19_000, false)).hasValue(-20_000);
        assertThat(clock.findShift(START, START + 19_900, true)).hasValue(-20_000);
        assertThat(clock.findShift(START + 1_000, START + 1_000, true)).hasValue(0);
    }

    @Test
    void behind_isPutRightAfterTenMinutes() {
        run(0, 10 * MINUTE, 30_000);
        assertThat(shift(10 * MINUTE, 30_000)).hasValue(0);
        run(10 * MINUTE, 11 * MINUTE, 30_400);
        assertThat(shift(11 * MINUTE, 31_500)).hasValue(30_000);
        assertThat(clock.findSkewMillis()).isEqualTo(30_000);
    }

    @Test
    void behind_withinTheSlack_isDelay() {
        DeviceClock slow = new DeviceClock(12_000);
        for (long at = 0; at < HOUR; at += 1_000) {
            assertThat(slow.findShift(START + at, START + at - 12_000, true)).hasValue(0);
        }
    }

    @Test
    void behind_byMoreThanTenMinutes_isRefusedOnceItHasLastedAsLong() {
        run(0, 20 * MINUTE, 20 * MINUTE);
        assertThat(shift(20 * MINUTE, 20 * MINUTE)).hasValue(0);
        run(20 * MINUTE, 21 * MINUTE, 20 * MINUTE);
        assertThat(shift(21 * MINUTE, 20 * MINUTE)).isEmpty();
        assertThat(clock.findSkewMillis()).isEqualTo(20 * MINUTE);
        assertThat(shift(21 * MINUTE + 1, 100)).hasValue(0);
    }

    @Test
    void behind_thenSetRight_isTakenAsSaidAtOnce() {
        run(0, 12 * MINUTE, 30_000);
        assertThat(shift(12 * MINUTE, 30_000)).hasValue(30_000);
        assertThat(shift(12 * MINUTE + 1_000, 50)).hasValue(0);
        assertThat(shift(12 * MINUTE + 2_000, 5_000)).hasValue(0);
    }

    /** 5 s a day. */
    @Test
    void behind_moreAndMore_isFollowedInSteps() {
        long last = 0;
        for (long at = 0; at < 48 * HOUR; at += 10_000) {
            long offset = 30_000 + at * 5 / 86_400;
            last = shift(at, offset).orElseThrow();
            if (at > HOUR) {
                assertThat(offset - last).as("at %s", at).isBetween(-1_000L, 3_100L);
            }
        }
        assertThat(last).isGreaterThan(37_000);
    }

    @Test
    void older_thanAnythingKeeps_isRefused() {
        assertThat(shift(0, DeviceClock.LONGEST_WAY_MILLIS)).hasValue(0);
        assertThat(shift(1, DeviceClock.LONGEST_WAY_MILLIS + 2)).isEmpty();
    }

    /** It may have been written when the device connected, months ago. */
    @Test
    void status_thatItsBrokerKept_isTakenAsSaid_andTellsNothing() {
        for (long at = 0; at < 2 * HOUR; at += MINUTE) {
            assertThat(clock.findShift(START + at, START - 90L * 24 * HOUR, false))
                    .hasValue(0);
        }
        assertThat(clock.findSkewMillis()).isNull();
    }

    @Test
    void receipts_thatJumpBack_beginAnew() {
        run(HOUR, HOUR + 9 * MINUTE, 30_000);
        run(0, 9 * MINUTE, 30_000);
        assertThat(shift(9 * MINUTE, 30_000)).hasValue(0);
        run(9 * MINUTE, 12 * MINUTE, 30_000);
        assertThat(shift(12 * MINUTE, 30_000)).hasValue(30_000);
    }

    private void run(long fromMillis, long toMillis, long offset) {
        for (long at = fromMillis; at < toMillis; at += 1_000) {
            shift(at, offset);
        }
    }

    private OptionalLong shift(long atMillis, long offset) {
        return clock.findShift(START + atMillis, START + atMillis - offset, true);
    }
}
