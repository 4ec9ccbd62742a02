package dev.footfall.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footfall.events.Reason;
import dev.footfall.gateway.Counts;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the line of one store is. Written as JSON with the names of the components in snake case; times are milliseconds since the epoch.
 *
 * @param state {@code online}; {@code offline} is all that a gateway that ended says, or the broker in its place
 * @param clock the store's clock: how far its time has come
 * @param clockStep by how many milliseconds the clock of the machine has jumped, while no device goes along; 0 mostly
 * @param clockHeld whether it stands still because older messages may follow
 * @param word what the gateway waits to hear again before the clock goes on; null when it waits for nothing
 * @param connected whether the store's broker is connected
 * @param full whether messages have to wait because the spool is full, or its disk cannot be written
 * @param disk what the disk said when it could not be written; null while it can
 * @param uplink the way to the jobs
 * @param spool what is on disk
 * @param devices what each device that was heard sent since the gateway began
 * @param rejected messages refused since the gateway began, by reason
 */
public record StoreHealth(
        String state,
        String store,
        String gateway,
        long time,
        long clock,
        long clockStep,
        boolean clockHeld,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String word,
        boolean connected,
        boolean full,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String disk,
        Uplink uplink,
        Spool spool,
        SortedMap<String, Device> devices,
        SortedMap<String, Long> rejected) {
    /** The state of a gateway that runs. */
    public static final String ONLINE = "online";
    /** The state of one that does not. */
    public static final String OFFLINE = "offline";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /**
     * The way up.
     *
     * @param connected whether the jobs' broker is connected
     * @param marks how far each group of jobs has every frame; groups that have not spoken are absent
     * @param behind frames on disk that some group does not have safely yet
     */
    public record Uplink(boolean connected, SortedMap<String, Long> marks, long behind) {}

    /**
     * What is on disk.
     *
     * @param epoch its name
     * @param oldest lowest number of a frame that can be sent
     * @param next number of the next frame
     * @param bytes what it takes
     * @param maxBytes what it may take
     */
    public record Spool(String epoch, long oldest, long next, long bytes, long maxBytes) {}

    /**
     * A device.
     *
     * @param lastHeard when a message of it was last taken
     * @param messages messages taken
     * @param events events in them
     * @param rejected messages refused
     * @param skewMs how far the device's clock is behind, the delay of its messages included; negative when it is ahead
     */
    public record Device(long lastHeard, long messages, long events, long rejected, long skewMs) {}

    /** What is known of the devices of a store. */
    public static SortedMap<String, Device> devices(Counts counts) {
        SortedMap<String, Device> devices = new TreeMap<>();
        counts.devices().forEach((origin, heard) -> {
            long rejected =
                    heard.refused().values().stream().mapToLong(Long::longValue).sum();
            devices.put(
                    origin.device(),
                    new Device(
                            heard.lastHeardMillis(), heard.messages(), heard.events(), rejected, heard.skewMillis()));
        });
        return devices;
    }

    /** Refused messages by the code of their reason. */
    public static SortedMap<String, Long> rejected(Counts counts) {
        SortedMap<String, Long> rejected = new TreeMap<>();
        for (Map.Entry<Reason, Long> reason : counts.refused().entrySet()) {
            rejected.put(reason.getKey().code(), reason.getValue());
        }
        return rejected;
    }

    /** What a broker is to say when the gateway vanishes, or the gateway when it ends. */
    public static byte[] offline(String store, String gateway) {
        return json(Map.of("state", OFFLINE, "store", store, "gateway", gateway));
    }

    /** This as JSON. */
    public byte[] toJson() {
        return json(this);
    }

    /** The {@code word} in a message of health; empty where there is none. */
    public static Optional<String> findWord(byte[] json) {
        try {
            JsonNode word = JSON.readTree(json).get("word");
            return Optional.ofNullable(word).map(JsonNode::asText);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether something changed that somebody should know at once. */
    public boolean isAnotherStateThan(StoreHealth other) {
        return clockHeld != other.clockHeld
                || (clockStep == 0) != (other.clockStep == 0)
                || connected != other.connected
                || full != other.full
                || (disk == null) != (other.disk == null)
                || uplink.connected() != other.uplink.connected();
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("health can always be written", e);
        }
    }
}
