package dev.footfall.jobs;

import dev.footfall.geofences.Window;
import dev.footfall.jobs.windows.Schedule;
import java.io.Serializable;
import java.util.Set;

/**
 * When figures of open windows are written, and which lengths of windows there are at all.
 *
 * @param counts of {@code footfall}, {@code occupancy}, {@code visits}
 * @param maps of {@code zone_dwell}, {@code zone_flow}, {@code paths}, {@code funnel}
 * @param heat of {@code heatmap}
 */
public record Cadence(Schedule counts, Schedule maps, Schedule heat) implements Serializable {
    private static final Set<Window> LONG = Set.of(Window.HOUR, Window.DAY);

    /** For boards that are looked at while the store is open. */
    public static final Cadence LIVE = new Cadence(Schedule.EVERY_SECOND, Schedule.BY_LENGTH);

    /** For a replay: each figure once, when it is final. */
    public static final Cadence FINAL_ONLY = new Cadence(Schedule.FINAL_ONLY, Schedule.FINAL_ONLY);

    /** For thousands of stores in one job: everything more seldom, and the heat of hours and days only. */
    public static final Cadence CHAIN =
            new Cadence(Schedule.EVERY_MINUTE, Schedule.BY_LENGTH_SELDOM, Schedule.BY_LENGTH_SELDOM.keeping(LONG));

    /** For a replay that is to have the figures that {@link #CHAIN} has. */
    public static final Cadence CHAIN_FINAL_ONLY =
            new Cadence(Schedule.FINAL_ONLY, Schedule.FINAL_ONLY, Schedule.FINAL_ONLY.keeping(LONG));

    /** The heat as seldom as the other maps, and of every length. */
    public Cadence(Schedule counts, Schedule maps) {
        this(counts, maps, maps);
    }

    /** Whether anything provisional is written at all. */
    public boolean provisional() {
        return counts.provisional() || maps.provisional() || heat.provisional();
    }
}
