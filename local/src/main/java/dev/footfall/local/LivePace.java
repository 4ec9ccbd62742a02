package dev.footfall.local;

import java.util.Locale;
import java.util.Map;

/**
 * How fast a live job goes, between two looks at what its operators have counted.
 *
 * @param framesPerSecond frames taken
 * @param eventsPerSecond events in them
 * @param stores stores heard since the job was last started
 * @param lagMillis how far what gateways say is behind the clock of the wall, on average; -1 when nothing was said
 * @param timesAsFast by how much the stores' clocks went on for each second of the clock of the wall; about 1 when nothing is to catch up
 */
record LivePace(double framesPerSecond, double eventsPerSecond, long stores, long lagMillis, double timesAsFast) {
    private static final long MOST_SENSIBLE_LAG_MILLIS = 100L * 24 * 3_600_000;

    /** The pace from one look to the next; what was counted begins anew when the job is started again. */
    static LivePace between(Map<String, Object> before, Map<String, Object> after, long wallMillis) {
        double seconds = wallMillis / 1_000.0;
        long watermarks = more("watermarks", before, after);
        long stores = count("stores", after);
        return new LivePace(
                more("frames", before, after) / seconds,
                more("events", before, after) / seconds,
                stores,
                watermarks == 0 ? -1 : more("lag_ms", before, after) / watermarks,
                stores == 0 ? 0 : more("clock_ms", before, after) / (double) stores / wallMillis);
    }

    private static long more(String name, Map<String, Object> before, Map<String, Object> after) {
        boolean anew = count("watermarks", after) < count("watermarks", before);
        return count(name, after) - (anew ? 0 : count(name, before));
    }

    private static long count(String name, Map<String, Object> counts) {
        return counts.get(name) instanceof Long count ? count : 0;
    }

    /** In words. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder(String.format(
                Locale.ROOT,
                "%.1f frames/s, %.0f events/s, %d %s",
                framesPerSecond,
                eventsPerSecond,
                stores,
                stores == 1 ? "store" : "stores"));
        // a recording's clock says nothing of how far behind we are
        if (lagMillis >= 0 && lagMillis < MOST_SENSIBLE_LAG_MILLIS) {
            words.append(", ").append(lag()).append(" behind");
        }
        return words.append(String.format(Locale.ROOT, ", %.1f x real time", timesAsFast))
                .toString();
    }

    private String lag() {
        if (lagMillis < 120_000) {
            return String.format(Locale.ROOT, "%.1f s", lagMillis / 1_000.0);
        }
        return lagMillis < 7_200_000 ? lagMillis / 60_000 + " min" : lagMillis / 3_600_000 + " h";
    }
}
