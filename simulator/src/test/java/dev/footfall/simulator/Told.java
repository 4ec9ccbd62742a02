package dev.footfall.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An event in a message.
 *
 * @param kind the word in its topic
 * @param device the device
 * @param json what it says
 */
public record Told(String kind, String device, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All events of a message. */
    public static List<Told> in(Message message) {
        String[] levels = message.topic().split("/", -1);
        try {
            JsonNode payload = MAPPER.readTree(message.payload());
            List<Told> events = new ArrayList<>();
            if (payload.isArray()) {
                payload.forEach(node -> events.add(new Told(levels[3], levels[4], node)));
            } else {
                events.add(new Told(levels[3], levels[4], payload));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When it was, by its device: a stay that is over, when it was left; one that is not, now. */
    public long timeMillis() {
        if (kind.equals("shelf")) {
            return json.has("left")
                    ? json.get("left").asLong()
                    : json.get("entered").asLong();
        }
        return json.get("time").asLong();
    }
}
