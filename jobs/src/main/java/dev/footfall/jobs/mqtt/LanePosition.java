package dev.footfall.jobs.mqtt;

import dev.footfall.events.Identifiers;

/**
 * How far the frames of one gateway's spool were taken.
 *
 * @param store whose frames
 * @param gateway who sends them
 * @param epoch name of the gateway's spool
 * @param next lowest number not taken yet
 */
record LanePosition(String store, String gateway, String epoch, long next) {
    LanePosition {
        Identifiers.check("store", store);
        Identifiers.check("gateway", gateway);
        Identifiers.check("epoch", epoch);
        if (next < 0) {
            throw new IllegalArgumentException("next = " + next + ", must not be negative");
        }
    }
}
