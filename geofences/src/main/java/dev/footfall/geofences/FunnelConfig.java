package dev.footfall.geofences;

import java.util.List;

/**
 * A funnel: steps to be reached in their order.
 *
 * @param id its name in the figures
 * @param steps at least one, at most {@link #MOST_STEPS}
 * @param withinMillis the longest time from the first step to the last; 0 = no limit
 */
public record FunnelConfig(String id, List<StepConfig> steps, long withinMillis) {
    /** The longest funnel. */
    public static final int MOST_STEPS = 64;

    public FunnelConfig {
        Checks.identifier("id", id);
        steps = List.copyOf(steps);
        Checks.between("steps of funnel " + id, steps.size(), 1, MOST_STEPS);
        Checks.between("withinMillis", withinMillis, 0, Parameters.LONGEST_MILLIS);
    }
}
