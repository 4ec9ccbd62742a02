package dev.footfall.jobs.windows;

import dev.footfall.geofences.Window;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often the figures of an open window are written again, by the clock of the store.
 *
 * <p>A length that is absent is written when it is final and not before.
 *
 * @param everyMillis period per length of window, positive
 */
public record Schedule(Map<Window, Long> everyMillis) implements Serializable {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    /** Nothing provisional: what a replay needs. */
    public static final Schedule FINAL_ONLY = new Schedule(Map.of());

    /** Figures that are few: every second of the store clock. */
    public static final Schedule EVERY_SECOND = new Schedule(
            Map.of(Window.MINUTE, SECOND, Window.QUARTER, SECOND, Window.HOUR, SECOND, Window.DAY, SECOND));

    /** Figures that are many: the minute only when final, the longer windows the more seldom the longer they are. */
    public static final Schedule BY_LENGTH =
            new Schedule(Map.of(Window.QUARTER, MINUTE, Window.HOUR, 5 * MINUTE, Window.DAY, 15 * MINUTE));

    public Schedule {
        everyMillis.forEach((window, every) -> {
            if (every <= 0) {
                throw new IllegalArgumentException(
                        "everyMillis of " + window.label() + " is " + every + ": must be > 0");
            }
        });
        everyMillis = everyMillis.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(everyMillis));
    }

    /** Whether a multiple of the length's period lies after {@code beforeMillis} and not after {@code clockMillis}. */
    public boolean due(Window window, long beforeMillis, long clockMillis) {
        Long every = everyMillis.get(window);
        return every != null && Math.floorDiv(clockMillis, every) > Math.floorDiv(beforeMillis, every);
    }

    /** Whether windows of any length are {@link #due}. */
    public boolean anyDue(long beforeMillis, long clockMillis) {
        for (Window window : everyMillis.keySet()) {
            if (due(window, beforeMillis, clockMillis)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything provisional is ever written. */
    public boolean provisional() {
        return !everyMillis.isEmpty();
    }
}
