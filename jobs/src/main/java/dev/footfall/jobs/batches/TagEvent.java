package dev.footfall.jobs.batches;

import dev.footfall.geofences.StepEvent;

/**
 * A receipt or touchpoint that names the tag it belongs to.
 *
 * @param timeMillis when it happened
 * @param subject pseudonym of the tag
 * @param event what happened
 */
public record TagEvent(long timeMillis, long subject, StepEvent event) {}
