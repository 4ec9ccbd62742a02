package dev.footfall.local.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a cluster is to be like.
 *
 * @param port of the JobManager's REST interface and page, on the loopback interface; 0 for any free one
 * @param slots of each TaskManager: how many tasks it runs side by side
 * @param more keys of Flink's {@code config.yaml} and their values, over ours
 */
public record ClusterSettings(int port, int slots, Map<String, String> more) {
    /** Where people expect a Flink cluster. */
    public static final int USUAL_PORT = 8081;

    private static final int MOST_PORT = 65_535;

    public ClusterSettings {
        if (port < 0 || port > MOST_PORT) {
            throw new IllegalArgumentException("port = " + port + ", must be 0 to " + MOST_PORT);
        }
        if (slots < 1) {
            throw new IllegalArgumentException("slots = " + slots + ", must be at least 1");
        }
        more = Map.copyOf(more);
    }

    /** A cluster of any free port. */
    public static ClusterSettings ofSlots(int slots) {
        return new ClusterSettings(0, slots, Map.of());
    }

    /** The same with another key of Flink's configuration. */
    public ClusterSettings with(String key, String value) {
        Map<String, String> all = new TreeMap<>(more);
        all.put(key, value);
        return new ClusterSettings(port, slots, all);
    }

    /** The same with another time after which a process that says nothing counts as dead; Flink's own is 50 s. */
    public ClusterSettings withHeartbeatTimeout(Duration timeout) {
        return with("heartbeat.timeout", timeout.toMillis() + "ms")
                .with("heartbeat.interval", timeout.toMillis() / 5 + "ms");
    }
}
