package dev.footfall.mqtt;

import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/** A message that was received and is not acknowledged yet. */
public final class Incoming {
    private final Link link;
    private final String topic;
    private final MqttMessage message;
    private final byte[] payload;

    Incoming(Link link, String topic, MqttMessage message, byte[] payload) {
        this.link = link;
        this.topic = topic;
        this.message = message;
        this.payload = payload;
    }

    public String topic() {
        return topic;
    }

    /** What it says; not copied. */
    public byte[] payload() {
        return payload;
    }

    /** Whether it was kept by the broker from before we subscribed. */
    public boolean retained() {
        return message.isRetained();
    }

    /** The first user property of that name; null if there is none. */
    public @Nullable String userProperty(String name) {
        MqttProperties properties = message.getProperties();
        List<UserProperty> all = properties == null ? null : properties.getUserProperties();
        if (all != null) {
            for (UserProperty property : all) {
                if (property.getKey().equals(name)) {
                    return property.getValue();
                }
            }
        }
        return null;
    }

    /**
     * Tells the broker that it may forget the message. From any thread, in the order of receipt. Does nothing when the connection it came by
     * is gone: the broker will send it again.
     */
    public void acknowledge() {
        link.acknowledge(message);
    }
}
