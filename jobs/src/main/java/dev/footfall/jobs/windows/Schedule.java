package dev.footfall.jobs.windows;

import dev.footfall.geofences.Window;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which lengths of windows are figured, and how often the figures of an open one are written again, by the clock of the store.
 *
 * <p>A length without a period is written when it is final and not before. None of this changes a figure: a length that is left out is not there, the
 * others are the same.
 *
 * @param everyMillis period per length of window, positive
 * @param kept the lengths that are figured; {@code heatmap} keeps to them, all else figures every length
 * @param gaugeMillis period of what tells of the moment ({@code zone_now}, {@code device_health}, {@code pipeline}), positive
 * @param spread whether each store has a {@code phase} of its own, so that thousands of them do not all write at once
 * @param phase by how many sixtieths of each period all that is later
 */
public record Schedule(Map<Window, Long> everyMillis, Set<Window> kept, long gaugeMillis, boolean spread, int phase)
        implements Serializable {
    /** How many phases there are. */
    static final int PHASES = 60;

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final Set<Window> ALL = Set.of(Window.values());

    /** Nothing provisional: what a replay needs. */
    public static final Schedule FINAL_ONLY = new Schedule(Map.of());

    /** Figures that are few: every second of the store clock. */
    public static final Schedule EVERY_SECOND = new Schedule(
            Map.of(Window.MINUTE, SECOND, Window.QUARTER, SECOND, Window.HOUR, SECOND, Window.DAY, SECOND));

    /** Figures that are few, of thousands of stores: every minute, that minute's own when it is final; each store at its own second. */
    public static final Schedule EVERY_MINUTE =
            new Schedule(Map.of(Window.QUARTER, MINUTE, Window.HOUR, MINUTE, Window.DAY, MINUTE), ALL, MINUTE, true, 0);

    /** Figures that are many: the minute only when final, the longer windows the more seldom the longer they are. */
    public static final Schedule BY_LENGTH =
            new Schedule(Map.of(Window.QUARTER, MINUTE, Window.HOUR, 5 * MINUTE, Window.DAY, 15 * MINUTE));

    /** Figures that are many, of thousands of stores: the quarter, too, only when final; each store at its own time of the period. */
    public static final Schedule BY_LENGTH_SELDOM =
            new Schedule(Map.of(Window.HOUR, 15 * MINUTE, Window.DAY, 60 * MINUTE), ALL, MINUTE, true, 0);

    /** All lengths, and what tells of the moment every second; all stores alike. */
    public Schedule(Map<Window, Long> everyMillis) {
        this(everyMillis, ALL, SECOND, false, 0);
    }

    public Schedule {
        everyMillis.forEach((window, every) -> {
            if (every <= 0) {
                throw new IllegalArgumentException(
                        "everyMillis of " + window.label() + " is " + every + ": must be > 0");
            }
        });
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("kept is empty: at least one length must be figured");
        }
        if (gaugeMillis <= 0) {
            throw new IllegalArgumentException("gaugeMillis is " + gaugeMillis + ": must be > 0");
        }
        if (phase < 0 || phase >= PHASES) {
            throw new IllegalArgumentException("phase is " + phase + ": must be from 0 to " + (PHASES - 1));
        }
        everyMillis = everyMillis.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(everyMillis));
        kept = Set.copyOf(EnumSet.copyOf(kept));
    }

    /** The same for some lengths only. */
    public Schedule keeping(Set<Window> some) {
        return new Schedule(everyMillis, some, gaugeMillis, spread, phase);
    }

    /** The same at another phase. */
    Schedule at(int another) {
        return new Schedule(everyMillis, kept, gaugeMillis, spread, another);
    }

    /** Whether a multiple of the length's period, later by the phase, lies after {@code beforeMillis} and not after {@code clockMillis}. */
    public boolean due(Window window, long beforeMillis, long clockMillis) {
        Long every = everyMillis.get(window);
        return every != null && passed(every, beforeMillis, clockMillis);
    }

    /** Whether what tells of the moment is due between two readings of the clock. */
    public boolean gaugeDue(long beforeMillis, long clockMillis) {
        return passed(gaugeMillis, beforeMillis, clockMillis);
    }

    private boolean passed(long every, long beforeMillis, long clockMillis) {
        long late = every * phase / PHASES;
        return turn(clockMillis, every, late) > turn(beforeMillis, every, late);
    }

    private static long turn(long millis, long every, long late) {
        return Math.floorDiv(Math.max(millis, Long.MIN_VALUE + late) - late, every);
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
