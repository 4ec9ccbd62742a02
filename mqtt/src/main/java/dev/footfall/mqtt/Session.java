package dev.footfall.mqtt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to a broker. A session is always resumed where the broker still has it: some brokers keep on disk only sessions that were asked for
 * so.
 *
 * @param clientId name of the session: whoever connects with it takes the session over
 * @param filters topics to subscribe to, each with QoS 1
 * @param expirySeconds how long the broker keeps the session, and queues messages, while we are away
 * @param receiveMaximum how many messages may be on their way to us without our acknowledgement
 * @param will what the broker publishes when we vanish; null for nothing
 */
public record Session(
        String clientId, List<String> filters, long expirySeconds, int receiveMaximum, @Nullable Outgoing will) {
    /** 24 days: Artemis counts the milliseconds in 32 bits, and would forget a session of a longer life as soon as its client is away. */
    public static final long LONGEST_EXPIRY_SECONDS = 24L * 24 * 3600;

    private static final int MOST = 65_535;

    public Session {
        if (clientId.isEmpty()) {
            throw new IllegalArgumentException("clientId is empty: the broker could not know us again");
        }
        if (receiveMaximum < 1 || receiveMaximum > MOST) {
            throw new IllegalArgumentException("receiveMaximum = " + receiveMaximum + ", must be 1 to " + MOST);
        }
        if (expirySeconds < 0 || expirySeconds > LONGEST_EXPIRY_SECONDS) {
            throw new IllegalArgumentException(
                    "expirySeconds = " + expirySeconds + ", must be 0 to " + LONGEST_EXPIRY_SECONDS);
        }
        filters = List.copyOf(filters);
    }

    /** Somebody who only publishes, and whom nothing waits for. */
    public static Session publisher(String clientId) {
        return new Session(clientId, List.of(), 0, MOST, null);
    }
}
