package dev.footfall.mqtt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to publish.
 *
 * @param topic where
 * @param payload what; not copied
 * @param retained whether the broker keeps it for those who subscribe later
 * @param userProperties names and values beside the payload
 * @param contentType what the payload is; null to say nothing
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
public record Outgoing(
        String topic,
        byte[] payload,
        boolean retained,
        Map<String, String> userProperties,
        @Nullable String contentType) {

    /** A message that is not kept. */
    public static Outgoing of(String topic, byte[] payload) {
        return new Outgoing(topic, payload, false, Map.of(), null);
    }

    /** A message that the broker keeps. */
    public static Outgoing retained(String topic, byte[] payload) {
        return new Outgoing(topic, payload, true, Map.of(), null);
    }
}
