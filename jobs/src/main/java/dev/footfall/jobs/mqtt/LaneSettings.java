package dev.footfall.jobs.mqtt;

import dev.footfall.events.Identifiers;
import dev.footfall.mqtt.Broker;
import java.io.Serializable;

/**
 * Which lanes a job reads, and under which name.
 *
 * @param broker where the lanes are
 * @param group name of the job for the gateways: they keep a frame until every group they know has it safe
 * @param lanes how many lanes there are; the same for all gateways and jobs, for ever
 */
public record LaneSettings(Broker broker, String group, int lanes) implements Serializable {
    /** Of a chain that does not say otherwise. */
    public static final String DEFAULT_GROUP = "footfall";

    /** Of a chain that does not say otherwise. */
    public static final int DEFAULT_LANES = 16;

    private static final int MOST_LANES = 4_096;

    public LaneSettings {
        Identifiers.check("group", group);
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new IllegalArgumentException("lanes = " + lanes + ", must be 1 to " + MOST_LANES);
        }
    }

    /** A broker with the lanes and the group that are there when nothing is said. */
    public static LaneSettings at(Broker broker) {
        return new LaneSettings(broker, DEFAULT_GROUP, DEFAULT_LANES);
    }
}
