package dev.footfall.gateway.uplink;

import dev.footfall.gateway.framing.FrameNumbers;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongToIntFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which frame of a store goes next: go-back-N over what the jobs confirm.
 *
 * <p>A group's <em>mark</em> is the lowest number that it does not have safely. No more than a window of bytes is sent beyond the lowest mark of the groups that
 * are awake; when a group starts anew, asks, or none gets on for too long, sending goes back. A group that has been silent for a while does not hold up the
 * others: it is served from its mark on when it speaks again, for frames are kept until the last group has them.
 *
 * <p>Times are milliseconds of a clock that only goes on. Not thread safe.
 */
public final class SendWindow {
    /** How long to wait for marks that the broker kept before frames are sent that may be known already. */
    static final long MARKS_WITHIN_MILLIS = 1_000;
    /** How long to wait for a mark to move before what was sent is sent again; doubled each time. */
    static final long FIRST_PATIENCE_MILLIS = 30_000;

    static final long LONGEST_PATIENCE_MILLIS = 600_000;
    /** After so long without a word a group is asleep. */
    static final long AWAKE_MILLIS = 120_000;

    private static final int MARKS_MISSED = 3;

    private final FrameNumbers frames;
    private final LongToIntFunction frameBytes;
    private final long windowBytes;
    private final Map<String, Group> groups = new TreeMap<>();
    private boolean up;
    private long openAtMillis;
    private long next;
    private long base;
    private long beyondBytes;
    private long patienceMillis = FIRST_PATIENCE_MILLIS;
    private long progressMillis;
    private boolean wentBack;

    /** What is known of a group; {@code mark} is negative before its first word. */
    private static final class Group {
        private long mark = -1;
        private long run;
        private long heardMillis;
    }

    /**
     * A window over the frames of one store.
     *
     * @param frames their numbers
     * @param frameBytes the size of a frame that can be sent
     * @param groups the groups of jobs that must have every frame
     * @param windowBytes how much is sent beyond the mark; one frame always may
     */
    public SendWindow(FrameNumbers frames, LongToIntFunction frameBytes, Collection<String> groups, long windowBytes) {
        this.frames = frames;
        this.frameBytes = frameBytes;
        this.windowBytes = windowBytes;
        groups.forEach(group -> this.groups.put(group, new Group()));
        this.next = frames.oldest();
        this.base = next;
    }

    /** The way to the broker is open: whatever was on its way may be lost. */
    public void up(long nowMillis) {
        up = true;
        openAtMillis = marked() == groups.size() ? nowMillis : nowMillis + MARKS_WITHIN_MILLIS;
        progressMillis = nowMillis;
        rebase(nowMillis);
        goBackTo(base);
    }

    /** The way to the broker is closed. */
    public void down() {
        up = false;
    }

    /** A group says what it safely has; of another epoch it concerns frames that are no more. */
    public void mark(String name, String epoch, long mark, long run, long nowMillis) {
        Group group = groups.get(name);
        if (group == null || !epoch.equals(frames.epoch()) || mark > frames.next()) {
            return;
        }
        boolean anew = group.mark >= 0 && group.run != run;
        if (mark > group.mark) {
            long sinceMillis = nowMillis - progressMillis;
            patienceMillis =
                    Math.min(LONGEST_PATIENCE_MILLIS, Math.max(FIRST_PATIENCE_MILLIS, MARKS_MISSED * sinceMillis));
            progressMillis = nowMillis;
        }
        group.mark = mark;
        group.run = run;
        group.heardMillis = nowMillis;
        if (marked() == groups.size()) {
            openAtMillis = Math.min(openAtMillis, nowMillis);
        }
        rebase(nowMillis);
        if (anew) {
            goBackTo(mark);
        }
    }

    /** A group lacks a frame that it was sent, or never was. */
    public void request(String name, String epoch, long from, long nowMillis) {
        Group group = groups.get(name);
        if (group == null || !epoch.equals(frames.epoch())) {
            return;
        }
        group.heardMillis = nowMillis;
        rebase(nowMillis);
        if (from < next) {
            goBackTo(from);
        }
    }

    /** The number of the frame to send now; empty when there is none or none may be sent. */
    public OptionalLong findNext(long nowMillis) {
        if (!up || nowMillis < openAtMillis) {
            return OptionalLong.empty();
        }
        rebase(nowMillis);
        if (next <= base) {
            progressMillis = nowMillis; // nothing is waited for
        } else if (nowMillis - progressMillis >= patienceMillis) {
            patienceMillis = Math.min(2 * patienceMillis, LONGEST_PATIENCE_MILLIS);
            progressMillis = nowMillis;
            goBackTo(base);
        }
        if (next >= frames.next()) {
            return OptionalLong.empty();
        }
        return beyondBytes > 0 && beyondBytes + frameBytes.applyAsInt(next) > windowBytes
                ? OptionalLong.empty()
                : OptionalLong.of(next);
    }

    /** The frame that {@link #findNext} gave is on its way. */
    public void sent() {
        beyondBytes += frameBytes.applyAsInt(next);
        next++;
    }

    /** Whether a new frame could go at once, so that it is worth cutting. */
    public boolean isOpen(long nowMillis) {
        return up && nowMillis >= openAtMillis && next >= frames.next() && beyondBytes < windowBytes;
    }

    /** Whether frames were sent and will be sent again, since this was last asked: readers must be told where it goes on. */
    public boolean takeWentBack() {
        boolean did = wentBack;
        wentBack = false;
        return did;
    }

    /** The number of the frame that goes next, now or later. */
    public long next() {
        return next;
    }

    /** Below this, every group has every frame; empty before all have spoken. */
    public OptionalLong findTrim() {
        return marked() == groups.size()
                ? groups.values().stream().mapToLong(group -> group.mark).min()
                : OptionalLong.empty();
    }

    /** The mark of a group; null before its first word. */
    public @Nullable Long mark(String name) {
        Group group = groups.get(name);
        return group == null || group.mark < 0 ? null : group.mark;
    }

    private long marked() {
        return groups.values().stream().filter(group -> group.mark >= 0).count();
    }

    private void goBackTo(long from) {
        long lowest = Math.max(from, frames.oldest());
        if (lowest < next) {
            wentBack = true;
            next = lowest;
            count();
        }
    }

    /** Finds the mark from which the window is measured; what all that are awake have need not be sent. */
    private void rebase(long nowMillis) {
        LongStream awake = groups.values().stream()
                .filter(group -> group.mark >= 0 && nowMillis - group.heardMillis < AWAKE_MILLIS)
                .mapToLong(group -> group.mark);
        LongStream known =
                groups.values().stream().filter(group -> group.mark >= 0).mapToLong(group -> group.mark);
        long lowest = Math.max(awake.min().orElse(known.min().orElse(frames.oldest())), frames.oldest());
        if (lowest != base) {
            base = lowest;
            next = Math.max(next, base);
            count();
        }
    }

    private void count() {
        beyondBytes = LongStream.range(Math.min(base, next), next)
                .map(frameBytes::applyAsInt)
                .sum();
    }
}
