package dev.footfall.simulator.truth;

import dev.footfall.geofences.Zone;

/**
 * A zone, ready to be cut at.
 *
 * @param number its place among all zones of the store
 * @param floor the id of its floor
 * @param id its own
 * @param graceNanos the gap that a stay spans
 * @param cut its geometry
 */
record TrueZone(int number, String floor, String id, long graceNanos, ZoneCut cut) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    TrueZone(int number, Zone zone, long graceMillis) {
        this(number, zone.floor(), zone.id(), graceMillis * NANOS_PER_MILLI, new ZoneCut(zone.geometry()));
    }
}
