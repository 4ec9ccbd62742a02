package dev.footfall.gateway.clocks;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How wrong the clock of one device is, by when its messages come and what time they tell.
 *
 * <p>The offset of a message is its receipt less its latest event: the error of the clock and the delay, which look alike. Two things tell them apart. Nothing
 * comes from the future: a negative offset is error at once. And a delay does not last: what a device, a broker or a network kept comes faster than it happened, so
 * its offset falls, or live messages come beside it. Only an offset that stays the same for longer than {@link #needed} is the error of a clock that is behind.
 *
 * <p>A correction is kept as it is until the clock is found a second off it, so that durations do not change from message to message. Not thread safe.
 */
public final class DeviceClock {
    /** What a clock may be wrong by, and delays may vary by. */
    public static final long TOLERANCE_MILLIS = 2_000;
    /** What is put right at most. */
    public static final long LIMIT_MILLIS = 600_000;
    /** What a message may be under way at most: longer than a broker keeps it for a gateway that is away. */
    public static final long LONGEST_WAY_MILLIS = 31L * 24 * 3_600_000;

    static final long STEADY_MILLIS = 600_000;
    private static final long LONGEST_STEADY_MILLIS = 24L * 3_600_000;
    private static final long STEP_MILLIS = 1_000;
    private static final int SLOTS_AHEAD = 2;
    private static final int SLOTS_BEHIND = 4;

    private final long promptMillis;
    private final SteadyOffset steady = new SteadyOffset(TOLERANCE_MILLIS);
    private long correctionMillis;
    /** Whether the correction is of a steady offset; else only what lies in the future is shifted by it. */
    private boolean sure;

    /** {@code slackMillis}: how late the device's messages may be. */
    public DeviceClock(long slackMillis) {
        this.promptMillis = Math.max(slackMillis, TOLERANCE_MILLIS);
    }

    /**
     * What is to be added to all times of a message; empty when the clock is wrong by more than {@link #LIMIT_MILLIS}, so that it should be refused.
     *
     * @param latestMillis the latest time that an event of it tells
     * @param tellsNow whether the message was on its way when it was made; not so for a status or whatever else its broker may have kept, and a stay that is not
     *     over tells of its beginning
     */
    public OptionalLong findShift(long receivedMillis, long latestMillis, boolean tellsNow) {
        long offset = receivedMillis - latestMillis;
        if ((tellsNow || offset < 0) && steady.add(receivedMillis, offset)) {
            follow();
        }
        if (offset < -LIMIT_MILLIS || (tellsNow && offset > LONGEST_WAY_MILLIS)) {
            return OptionalLong.empty();
        }
        if (offset < correctionMillis - TOLERANCE_MILLIS) {
            correct(offset < -TOLERANCE_MILLIS ? offset : 0, false); // shifted as before it would be of the future
        } else if (offset < -TOLERANCE_MILLIS && !sure && offset - correctionMillis > promptMillis) {
            correct(offset, false); // one message was further ahead, and no other since
        }
        if (correctionMillis > LIMIT_MILLIS) {
            return tellsNow ? OptionalLong.empty() : OptionalLong.of(0);
        }
        return OptionalLong.of(shift(offset, tellsNow));
    }

    private long shift(long offset, boolean tellsNow) {
        if (offset < -TOLERANCE_MILLIS) {
            return correctionMillis;
        }
        if (sure && tellsNow && offset <= promptMillis && offset - correctionMillis > promptMillis) {
            sure = false; // on time as said, and late when shifted: somebody has set the clock right
        }
        return sure ? correctionMillis : 0;
    }

    /** Goes by the run of slots, of which one more is whole. */
    private void follow() {
        long level = steady.least();
        if (steady.slots() < SLOTS_AHEAD) {
            return;
        }
        boolean ahead = level < -TOLERANCE_MILLIS || (correctionMillis < 0 && level < -STEP_MILLIS);
        boolean behind = level > promptMillis || (correctionMillis > 0 && level > promptMillis - STEP_MILLIS);
        if (ahead && level >= -LIMIT_MILLIS) {
            adopt(level);
        } else if (!behind) {
            correct(0, false);
        } else if (steady.slots() >= SLOTS_BEHIND && steady.spanMillis() >= needed(level)) {
            adopt(level);
        }
    }

    /** How long an offset must have stayed the same to be a clock that is behind: as long as it is, so that what was kept for so long has had the time to come. */
    static long needed(long offsetMillis) {
        return Math.max(STEADY_MILLIS, Math.min(LONGEST_STEADY_MILLIS, offsetMillis));
    }

    private void adopt(long level) {
        correct(Math.abs(level - correctionMillis) > STEP_MILLIS ? level : correctionMillis, true);
    }

    private void correct(long millis, boolean isSure) {
        correctionMillis = millis;
        sure = isSure;
    }

    /** Takes up a correction that was in force before a restart. */
    public void restore(long shiftMillis) {
        correct(shiftMillis, shiftMillis != 0);
    }

    /**
     * How far the clock is behind, negative when it is ahead: the steady offset that is being put right, else the least of the last minute of receipts; null
     * where there was none.
     */
    public @Nullable Long findSkewMillis() {
        return sure && correctionMillis != 0 ? (Long) correctionMillis : steady.findRecentLeast();
    }

    /** When receipts may have jumped by {@code stepMillis}: whether a message of that offset speaks by the new time, or else by the old; empty when it does not tell. */
    Optional<Boolean> findWhetherStepped(long offset, long stepMillis) {
        Optional<Boolean> asSaid = findWhetherStepped(offset, offset + stepMillis, 0);
        return asSaid.isPresent() || !sure ? asSaid : findWhetherStepped(offset, offset + stepMillis, correctionMillis);
    }

    private Optional<Boolean> findWhetherStepped(long oldOffset, long newOffset, long correction) {
        boolean byOld = isPrompt(oldOffset - correction);
        boolean byNew = isPrompt(newOffset - correction);
        return byOld == byNew ? Optional.empty() : Optional.of(byNew);
    }

    private boolean isPrompt(long offset) {
        return offset >= -TOLERANCE_MILLIS && offset <= promptMillis;
    }
}
