package dev.footfall.geofences;

import dev.footfall.events.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A device of the store's registry, in one of its kinds: an id that sends two kinds of events is listed twice.
 *
 * @param id as it stands in the topic
 * @param kind what it sends
 * @param slackMillis how late its messages may be
 * @param intervalMillis the longest time that one of its door reports covers
 * @param heartbeatMillis how long it counts as heard after it gave a sign of life; one that is there gives the next by then
 * @param door the door that it counts at
 * @param floor the floor of events that say none
 * @param calibration its homography, when it sends pixels
 * @param xMetres where it hangs, when said
 * @param yMetres where it hangs, when said
 */
public record DeviceConfig(
        String id,
        Kind kind,
        long slackMillis,
        long intervalMillis,
        long heartbeatMillis,
        @Nullable String door,
        @Nullable String floor,
        @Nullable Calibration calibration,
        @Nullable Double xMetres,
        @Nullable Double yMetres) {

    static final long DEFAULT_SLACK_MILLIS = 2_000;
    static final long DEFAULT_INTERVAL_MILLIS = 60_000;
    /** No heartbeat is shorter. */
    public static final long SHORTEST_HEARTBEAT_MILLIS = 1_000;

    private static final long USUAL_HEARTBEAT_MILLIS = 60_000;

    public DeviceConfig {
        Checks.identifier("id", id);
        Checks.between("slackMillis", slackMillis, 0, Parameters.LONGEST_MILLIS);
        Checks.between("intervalMillis", intervalMillis, 0, Parameters.LONGEST_MILLIS);
        Checks.between("heartbeatMillis", heartbeatMillis, SHORTEST_HEARTBEAT_MILLIS, Parameters.LONGEST_MILLIS);
    }

    /** The heartbeat of a device that says none: a minute; of a door counter no less than its interval. */
    static long usualHeartbeatMillis(@Nullable Kind kind, long intervalMillis) {
        return kind == Kind.DOOR ? Math.max(USUAL_HEARTBEAT_MILLIS, intervalMillis) : USUAL_HEARTBEAT_MILLIS;
    }
}
