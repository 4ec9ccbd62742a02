package dev.footfall.local;

import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What somebody hears who listens to a broker, and whose session the broker keeps. */
final class Heard implements Listener, AutoCloseable {
    record Message(String topic, String payload, String at, boolean retained) {}

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Connection connection;

    Heard(String broker, String name, String filter) {
        connection = Connection.open(Broker.at(broker), new Session(name, List.of(filter), 3600, 1000, null), this);
    }

    boolean isUp() {
        return connection.isUp();
    }

    List<Message> messages() {
        return messages;
    }

    @Override
    public void received(Incoming message) {
        messages.add(new Message(
                message.topic(),
                new String(message.payload(), StandardCharsets.UTF_8),
                String.valueOf(message.userProperty("at")),
                message.retained()));
        message.acknowledge();
    }

    @Override
    public void close() {
        connection.close();
    }
}
