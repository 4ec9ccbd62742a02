package dev.footfall.gateway.live;

import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The devices of a shop: publish, and see what the gateway says back. */
final class Devices implements Listener, AutoCloseable {
    final List<String> deadLetters = new CopyOnWriteArrayList<>();
    final Map<String, String> health = new ConcurrentHashMap<>();
    private final Connection connection;

    Devices(String broker) {
        connection = Connection.open(
                Broker.at(broker),
                new Session(
                        "devices", List.of("footfall/v1/+/dead-letter", "footfall/v1/+/gateway/+"), 3_600, 1_000, null),
                this);
    }

    boolean isUp() {
        return connection.isUp();
    }

    @Override
    public void received(Incoming message) {
        String text = new String(message.payload(), StandardCharsets.UTF_8);
        if (message.topic().endsWith("/dead-letter")) {
            deadLetters.add(text);
        } else {
            health.put(message.topic(), text);
        }
        message.acknowledge();
    }

    void say(String topic, String payload) {
        say(topic, payload, Map.of());
    }

    void sayAt(long atMillis, String topic, String payload) {
        say(topic, payload, Map.of("at", Long.toString(atMillis)));
    }

    private void say(String topic, String payload, Map<String, String> properties) {
        connection
                .publish(new Outgoing(topic, payload.getBytes(StandardCharsets.UTF_8), false, properties, null))
                .join();
    }

    @Override
    public void close() {
        connection.close();
    }
}
