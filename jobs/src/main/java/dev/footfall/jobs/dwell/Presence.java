package dev.footfall.jobs.dwell;

import dev.footfall.geofences.Zone;
import dev.footfall.jobs.windows.MinuteCuts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a stay was in its zone during the running minute, on its way to the windows: somebody who stays takes many steps in a minute, and each of them would go
 * to the windows of all lengths.
 *
 * <p>No part of the state: {@link #fold} takes it to the windows before anybody asks for them, and no figure changes by it.
 */
final class Presence {
    private static final long MINUTE_MILLIS = 60_000;

    private @Nullable Zone zone;
    private long beganNanos;
    private long endsNanos;
    private List<ZoneCount> counts = List.of();
    private int fresh;
    private long micros;

    /** Adds an interval, when all of it is in the same zone and minute; answers whether it was. */
    @SuppressWarnings("ReferenceEquality") // the zone of another layout may lie on another floor
    boolean added(Zone entered, long fromNanos, long toNanos) {
        if (zone != entered || fromNanos < beganNanos || toNanos > endsNanos) {
            return false;
        }
        micros += MinuteCuts.micros(toNanos - fromNanos);
        return true;
    }

    /**
     * Goes on with another minute, or in the zone of another layout.
     *
     * @param itsCounts of the windows around the minute, one of each length
     * @param freshIn bits of the lengths for which the visit is new to the zone
     */
    void begin(Zone entered, long minuteMillis, long firstMicros, List<ZoneCount> itsCounts, int freshIn) {
        fold();
        zone = entered;
        beganNanos = MinuteCuts.nanos(minuteMillis);
        endsNanos = MinuteCuts.nanos(minuteMillis + MINUTE_MILLIS);
        counts = itsCounts;
        fresh = freshIn;
        micros = firstMicros;
    }

    /** Adds it to the windows; whatever comes next begins anew. */
    void fold() {
        for (int w = 0; w < counts.size(); w++) {
            counts.get(w).addPresence(micros, fresh >> w & 1);
        }
        counts = List.of();
        zone = null;
    }
}
