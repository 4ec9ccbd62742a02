package dev.footfall.jobs;

import dev.footfall.jobs.windows.Schedule;
import java.io.Serializable;

/**
 * When figures of open windows are written.
 *
 * @param counts of {@code footfall}, {@code occupancy}, {@code visits}
 * @param maps of {@code heatmap}, {@code zone_dwell}, {@code zone_flow}, {@code paths}, {@code funnel}
 */
public record Cadence(Schedule counts, Schedule maps) implements Serializable {
    /** For boards that are looked at while the store is open. */
    public static final Cadence LIVE = new Cadence(Schedule.EVERY_SECOND, Schedule.BY_LENGTH);

    /** For a replay: each figure once, when it is final. */
    public static final Cadence FINAL_ONLY = new Cadence(Schedule.FINAL_ONLY, Schedule.FINAL_ONLY);

    /** Whether anything provisional is written at all. */
    public boolean provisional() {
        return counts.provisional() || maps.provisional();
    }
}
