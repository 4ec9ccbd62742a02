package dev.footfall.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.geofences.StorePacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A recording in memory, to be delivered in other ways than it was recorded. */
public record RecordedLines(List<String> lines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What one line says. */
    private record Message(long at, String topic, JsonNode payload, String line) {}

    private static Message message(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            return new Message(read.get("at").longValue(), read.get("topic").textValue(), read.get("payload"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The frames that a gateway makes of it under a new key; every message has to be taken. */
    List<byte[]> frames(Path stores) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return frames(stores, secret, Framing.ofRecording());
    }

    /** The frames that a gateway makes of it under that key, cut like that. */
    public List<byte[]> frames(Path stores, byte[] secret, Framing framing) {
        List<byte[]> frames = new ArrayList<>();
        try (Gateway gateway = Gateway.ofRecording(
                StorePacks.open(stores),
                framing,
                StoreKeys.ofSecret(secret),
                (store, lane, frame) -> frames.add(frame),
                letter -> {
                    throw new AssertionError(letter.toString());
                })) {
            for (String line : lines) {
                Message message = message(line);
                gateway.accept(message.at, message.topic, bytes(message.payload));
            }
        }
        return frames;
    }

    private static byte[] bytes(JsonNode payload) {
        try {
            return JSON.writeValueAsBytes(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of the devices whose topics are wanted. */
    public RecordedLines of(Predicate<String> topics) {
        return new RecordedLines(
                lines.stream().filter(line -> topics.test(message(line).topic)).toList());
    }

    /** Every message twice, the second time a moment later. */
    RecordedLines twice() {
        return new RecordedLines(
                lines.stream().flatMap(line -> Stream.of(line, line)).toList());
    }

    /** The same messages with those of different devices in another order: each device is heard up to {@code millis} later than it was. */
    RecordedLines interleavedWithin(long millis, Random random) {
        Map<String, Long> delays = new HashMap<>();
        List<Message> messages = lines.stream().map(RecordedLines::message).toList();
        return new RecordedLines(messages.stream()
                .sorted(Comparator.comparingLong(message ->
                        message.at + delays.computeIfAbsent(message.topic, unseen -> random.nextLong(millis + 1))))
                .map(Message::line)
                .toList());
    }

    /** The same events one by one, each in a message of its own. */
    RecordedLines oneByOne() {
        return new RecordedLines(lines.stream()
                .map(RecordedLines::message)
                .flatMap(message -> message.payload.isArray()
                        ? elements(message.payload).map(event -> line(message, event))
                        : Stream.of(message.line))
                .toList());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    private static String line(Message message, JsonNode payload) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", message.at).put("topic", message.topic).set("payload", payload);
        return line.toString();
    }
}
