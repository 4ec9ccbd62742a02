package dev.footfall.geofences;

import java.util.List;

/**
 * A funnel: steps to be reached in their order.
 *
 * @param id its name in the figures
 * @param steps at least one
 * @param withinMillis the longest time from the first step to the last; 0 = no limit
 */
public record FunnelConfig(String id, List<StepConfig> steps, long withinMillis) {

    public FunnelConfig {
        Checks.identifier("id", id);
        steps = List.copyOf(steps);
        Checks.between("steps of funnel " + id, steps.size(), 1, 1_000);
        Checks.between("withinMillis", withinMillis, 0, Parameters.LONGEST_MILLIS);
    }
}
