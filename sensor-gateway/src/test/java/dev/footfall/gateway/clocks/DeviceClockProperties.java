package dev.footfall.gateway.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is late is never shifted, what is skewed always in the end; the same messages always give the same. */
class DeviceClockProperties {
    private static final long START = 1_793_696_400_000L;
    private static final long SLACK = 2_000;
    private static final long HOUR = 3_600_000;

    /** A message: when it came, and of when it told by a right clock. */
    private record Sent(long atMillis, long timeMillis) {}

    @Property(tries = 100, seed = "20261122")
    void aRightClock_isNeverShifted_whateverItsMessagesWaitFor(
            @ForAll Random random, @ForAll @IntRange(min = 200, max = 60_000) int every) {
        DeviceClock clock = new DeviceClock(SLACK);
        long wrong = -random.nextLong(2_001); // up to 2 s ahead is no fault
        for (Sent each : withOutages(random, every)) {
            assertThat(clock.findShift(each.atMillis, each.timeMillis - wrong, true))
                    .hasValue(0);
        }
    }

    @Property(tries = 100, seed = "20261122")
    void aClockAhead_neverTellsOfTheFuture(
            @ForAll Random random,
            @ForAll @IntRange(min = 200, max = 60_000) int every,
            @ForAll @LongRange(min = 2_001, max = 597_000) long ahead) {
        DeviceClock clock = new DeviceClock(SLACK);
        for (Sent each : withOutages(random, every)) {
            long said = each.timeMillis + ahead;
            long time = said + clock.findShift(each.atMillis, said, true).orElseThrow();
            assertThat(time).isLessThanOrEqualTo(each.atMillis + DeviceClock.TOLERANCE_MILLIS);
        }
    }

    @Property(tries = 100, seed = "20261122")
    void aClockAhead_isPutRightWithinTheDelays_onceItWasHeardForTwoMinutes(
            @ForAll Random random,
            @ForAll @IntRange(min = 200, max = 25_000) int every,
            @ForAll @LongRange(min = 4_001, max = 590_000) long ahead) {
        DeviceClock clock = new DeviceClock(SLACK);
        for (long at = START; at < START + HOUR; at += every) {
            long delay = random.nextInt(1_500);
            long said = at - delay + ahead;
            long time = said + clock.findShift(at, said, true).orElseThrow();
            if (at > START + 120_000) {
                assertThat(time - (at - delay)).isBetween(-2_000L, 2_000L);
            }
        }
    }

    @Property(tries = 100, seed = "20261122")
    void aClockBehind_isPutRightOrRefused_onceThatHasLasted(
            @ForAll Random random,
            @ForAll @IntRange(min = 200, max = 60_000) int every,
            @ForAll @LongRange(min = 4_000, max = 3_600_000) long behind) {
        DeviceClock clock = new DeviceClock(SLACK);
        long needed = DeviceClock.needed(behind + 1_500) + 6L * Math.max(every, SteadyOffset.SLOT_MILLIS);
        for (long at = START; at < START + needed + HOUR / 4; at += every) {
            long delay = random.nextInt(1_500);
            OptionalLong shift = clock.findShift(at, at - delay - behind, true);
            if (at > START + needed) {
                if (behind > DeviceClock.LIMIT_MILLIS) {
                    assertThat(shift).isEmpty();
                } else if (behind < DeviceClock.LIMIT_MILLIS - 1_500) {
                    assertThat(shift.orElseThrow()).isBetween(behind - 2_000, behind + 3_000);
                }
            }
        }
    }

    @Property(tries = 100, seed = "20261122")
    void anySequence_givesTheSameTwice_andNothingBeyondTheLimit(
            @ForAll List<@LongRange(min = -1_000_000, max = 1_000_000) Long> offsets) {
        DeviceClock one = new DeviceClock(SLACK);
        DeviceClock other = new DeviceClock(SLACK);
        long at = START;
        for (long offset : offsets) {
            at += Math.abs(offset) % 40_000;
            OptionalLong shift = one.findShift(at, at - offset, true);
            assertThat(other.findShift(at, at - offset, true)).isEqualTo(shift);
            assertThat(Math.abs(shift.orElse(0))).isLessThanOrEqualTo(DeviceClock.LIMIT_MILLIS);
            assertThat(shift.isEmpty() || at - offset + shift.getAsLong() <= at + DeviceClock.TOLERANCE_MILLIS)
                    .isTrue();
        }
    }

    /**
     * Six hours with outages of up to two. What was kept comes afterwards at up to twenty times the pace it happened at, before what is new or beside it.
     */
    private static List<Sent> withOutages(Random random, int every) {
        List<Sent> all = new ArrayList<>();
        long outageFrom = START + random.nextInt(2 * (int) HOUR);
        long outageTo = outageFrom + random.nextInt(2 * (int) HOUR);
        double pace = 1.1 + 19 * random.nextDouble() * random.nextDouble();
        boolean beside = random.nextBoolean();
        for (long time = START; time < START + 6 * HOUR; time += every) {
            long prompt = time + random.nextInt(1_500);
            long drained = outageTo + (long) ((time - outageFrom) / pace);
            boolean kept = time >= outageFrom && (time < outageTo || (!beside && drained > time));
            all.add(new Sent(kept ? drained : prompt, time));
        }
        all.sort(Comparator.comparingLong(Sent::atMillis));
        return all;
    }
}
