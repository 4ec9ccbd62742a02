package dev.footfall.jobs.batches;

import dev.footfall.geofences.StepEvent;

/**
 * An event of a visit that may stand for a step of a funnel: a door crossed inwards, a receipt, a touchpoint.
 *
 * @param visit number of the visit
 * @param event what happened
 * @param timeMillis when
 */
public record Mark(long visit, StepEvent event, long timeMillis) {}
