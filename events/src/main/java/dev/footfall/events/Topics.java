package dev.footfall.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** The names of all MQTT topics, and the lane of a store. */
public final class Topics {
    /** What all topics of this version begin with. */
    public static final String ROOT = "footfall/v1";

    private static final int DEVICE_TOPIC_LEVELS = 5;
    private static final int ACKS_TOPIC_LEVELS = 6;

    private Topics() {}

    /** Takes a device's topic apart; empty if it is none, or of no {@link Kind}. */
    public static Optional<DeviceTopic> parse(String topic) {
        String[] levels = topic.split("/", -1);
        if (levels.length != DEVICE_TOPIC_LEVELS
                || !topic.startsWith(ROOT + '/')
                || !Identifiers.isValid(levels[2])
                || !Identifiers.isValid(levels[4])) {
            return Optional.empty();
        }
        return Kind.find(levels[3]).map(kind -> new DeviceTopic(levels[2], kind, levels[4]));
    }

    /** The topic for the frames of a store. */
    public static String frames(int lane, String store) {
        return ROOT + "/lanes/" + lane + '/' + Identifiers.check("store", store);
    }

    /** The filter for all frames of a lane. */
    public static String laneFilter(int lane) {
        return ROOT + "/lanes/" + lane + "/+";
    }

    /** The retained topic on which a group of jobs says how far it has safely read. */
    public static String acks(String group, String store, String gateway) {
        return ROOT
                + "/acks/"
                + Identifiers.check("group", group)
                + '/'
                + Identifiers.check("store", store)
                + '/'
                + Identifiers.check("gateway", gateway);
    }

    /** The filter for what all groups say to a gateway. */
    public static String acksFilter(String store, String gateway) {
        return ROOT + "/acks/+/" + Identifiers.check("store", store) + '/' + Identifiers.check("gateway", gateway);
    }

    /** Takes the topic of an answer of jobs apart; empty if it is none. */
    public static Optional<AcksTopic> parseAcks(String topic) {
        String[] levels = topic.split("/", -1);
        return levels.length == ACKS_TOPIC_LEVELS
                        && topic.startsWith(ROOT + "/acks/")
                        && Identifiers.isValid(levels[3])
                        && Identifiers.isValid(levels[4])
                        && Identifiers.isValid(levels[5])
                ? Optional.of(new AcksTopic(levels[3], levels[4], levels[5]))
                : Optional.empty();
    }

    /** The filter for everything that devices of a store publish; the health of its gateways matches too. */
    public static String deviceFilter(String store) {
        return ROOT + '/' + Identifiers.check("store", store) + "/+/+";
    }

    /** The topic for the messages of a store that were not taken. */
    public static String deadLetter(String store) {
        return ROOT + '/' + Identifiers.check("store", store) + "/dead-letter";
    }

    /** The retained topic with the health of a gateway, also its last will. */
    public static String gatewayHealth(String store, String gateway) {
        return ROOT + '/' + Identifiers.check("store", store) + "/gateway/" + Identifiers.check("gateway", gateway);
    }

    /** The lane of a store among {@code lanes}: CRC-32 of its id, modulo. */
    public static int lane(String store, int lanes) {
        if (lanes < 1) {
            throw new OutOfRangeException("lanes", lanes, "at least 1");
        }
        CRC32 crc = new CRC32();
        crc.update(store.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % lanes);
    }
}
