package dev.footfall.geofences;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a funnel: a stay in one of some zones, or an event.
 *
 * @param label {@code {number}-{name}}, numbered from 1; the name given, or the zones joined by {@code +}, or the event
 * @param zones any of them serves, in the order of the file; empty for an event step
 * @param event the event that makes the step; null for a step of zones
 * @param minDwellMillis the shortest stay that serves
 */
public record StepConfig(String label, Set<String> zones, @Nullable StepEvent event, long minDwellMillis) {

    public StepConfig {
        zones = Collections.unmodifiableSet(new LinkedHashSet<>(zones));
        Checks.between("minDwellMillis", minDwellMillis, 0, Parameters.LONGEST_MILLIS);
        if (zones.isEmpty() == (event == null)) {
            throw new IllegalArgumentException(
                    "step " + label + " has zones " + zones + " and event " + event + " but must have one of the two");
        }
    }
}
