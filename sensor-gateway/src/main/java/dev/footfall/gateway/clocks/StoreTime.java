package dev.footfall.gateway.clocks;

import java.util.HashMap;
import java.util.Map;

/**
 * The time of receipt at a gateway: the machine's clock, but for its jumps.
 *
 * <p>Time goes on as a clock does that nobody sets ({@code elapsed}). When the machine's clock is suddenly more than {@link #TOLERANCE_MILLIS} off it, two times are
 * possible, and devices tell which: one that speaks by the new time makes the jump good, ahead at once, back when more devices speak by it than by the old one.
 * As long as they speak by the old time it goes on. When nobody has told for {@link #SILENCE_MILLIS}, the machine is believed.
 *
 * <p>Not thread safe.
 */
public final class StoreTime {
    /** What a clock is set by without anybody noticing. */
    public static final long TOLERANCE_MILLIS = DeviceClock.TOLERANCE_MILLIS;
    /** How long a jump waits for somebody to tell. */
    public static final long SILENCE_MILLIS = 60_000;

    private final Map<String, Boolean> byNewTime = new HashMap<>();
    private long aheadOfElapsedMillis;
    private long stepMillis;
    private long heardMillis;

    /** Begins at {@code nowMillis}, which is the machine's clock, or where an earlier run came to when that is later. */
    public StoreTime(long elapsedMillis, long nowMillis) {
        aheadOfElapsedMillis = nowMillis - elapsedMillis;
    }

    /** Looks at the machine's clock; to be called before every {@link #at}. */
    public void look(long elapsedMillis, long wallMillis) {
        long step = wallMillis - millis(elapsedMillis);
        if (Math.abs(step) <= TOLERANCE_MILLIS) {
            follow(step);
        } else if (stepMillis == 0 || Math.abs(step - stepMillis) > TOLERANCE_MILLIS) {
            stepMillis = step;
            heardMillis = elapsedMillis;
            byNewTime.clear();
        } else if (elapsedMillis - heardMillis >= SILENCE_MILLIS) {
            follow(step);
        } else {
            stepMillis = step;
        }
    }

    private void follow(long step) {
        aheadOfElapsedMillis += step;
        stepMillis = 0;
        byNewTime.clear();
    }

    /** The time that it was. */
    public long millis(long elapsedMillis) {
        return aheadOfElapsedMillis + elapsedMillis;
    }

    /** By how much the machine's clock has jumped, while that is not believed; else 0. */
    public long stepMillis() {
        return stepMillis;
    }

    /** The receipt of a message at that time. */
    public ReceiptTime at(long elapsedMillis) {
        return new ReceiptTime() {
            @Override
            public long millis() {
                return StoreTime.this.millis(elapsedMillis);
            }

            @Override
            public long millis(String name, DeviceClock device, long latestMillis) {
                if (stepMillis != 0) {
                    hear(elapsedMillis, name, device, latestMillis);
                }
                return millis();
            }
        };
    }

    private void hear(long elapsedMillis, String name, DeviceClock device, long latestMillis) {
        device.findWhetherStepped(millis(elapsedMillis) - latestMillis, stepMillis)
                .ifPresent(stepped -> {
                    byNewTime.put(name, stepped);
                    heardMillis = Math.max(heardMillis, elapsedMillis);
                });
        long forNew = byNewTime.values().stream().filter(stepped -> stepped).count();
        if (stepMillis > 0 ? forNew > 0 : 2 * forNew > byNewTime.size()) {
            follow(stepMillis);
        }
    }
}
