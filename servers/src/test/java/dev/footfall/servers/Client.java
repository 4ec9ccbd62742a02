package dev.footfall.servers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** An MQTT 5 client for tests, quality of service 1 throughout; its session outlives it. */
final class Client implements AutoCloseable {
    static final long PATIENCE_SECONDS = 30;

    /** What came in. */
    record Received(String topic, String payload, boolean retained, String property, int id) {}

    private final MqttAsyncClient paho;
    private final BlockingQueue<Received> inbox = new LinkedBlockingQueue<>();

    private Client(MqttAsyncClient paho) {
        this.paho = paho;
    }

    static Client connect(URI uri, String id) throws MqttException {
        return connect(uri, id, options());
    }

    static Client connect(URI uri, String id, MqttConnectionOptions options) throws MqttException {
        String address = uri.toString().replace("mqtt://", "tcp://").replace("mqtts://", "ssl://");
        Client client = new Client(new MqttAsyncClient(address, id, new MemoryPersistence()));
        client.paho.setCallback(client.new Callback());
        client.paho.setManualAcks(true);
        await(client.paho.connect(options));
        return client;
    }

    static MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(Duration.ofDays(1).toSeconds());
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) PATIENCE_SECONDS);
        return options;
    }

    Client subscribe(String filter) throws MqttException {
        await(paho.subscribe(filter, 1));
        return this;
    }

    void publish(String topic, String payload) throws MqttException {
        await(send(topic, payload, false, "none"));
    }

    void retain(String topic, String payload) throws MqttException {
        await(send(topic, payload, true, "none"));
    }

    IMqttToken send(String topic, String payload, boolean retained, String property) throws MqttException {
        return send(topic, payload.getBytes(StandardCharsets.UTF_8), retained, property);
    }

    IMqttToken send(String topic, byte[] payload, boolean retained, String property) throws MqttException {
        MqttMessage message = new MqttMessage(payload, 1, retained, new MqttProperties());
        message.getProperties().setUserProperties(List.of(new UserProperty("at", property)));
        return paho.publish(topic, message);
    }

    static void await(IMqttToken token) throws MqttException {
        token.waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    /** The next message, not acknowledged; fails if none comes. */
    Received next() throws InterruptedException {
        Received received = inbox.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (received == null) {
            throw new AssertionError("no message within " + PATIENCE_SECONDS + " s");
        }
        return received;
    }

    /** The next messages, acknowledged. */
    List<Received> take(int count) throws InterruptedException, MqttException {
        List<Received> taken = new ArrayList<>();
        while (taken.size() < count) {
            Received received = next();
            paho.messageArrivedComplete(received.id(), 1);
            taken.add(received);
        }
        return taken;
    }

    /** The payloads of the next messages, acknowledged. */
    List<String> payloads(int count) throws InterruptedException, MqttException {
        return take(count).stream().map(Received::payload).toList();
    }

    /** Nothing of what has come in is left. */
    boolean isEmpty() {
        return inbox.isEmpty();
    }

    boolean isConnected() {
        return paho.isConnected();
    }

    /** Leaves; the session stays. */
    @Override
    public void close() throws MqttException {
        if (paho.isConnected()) {
            await(paho.disconnect());
        }
        paho.close();
    }

    private final class Callback implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            String property = message.getProperties().getUserProperties().stream()
                    .map(UserProperty::getValue)
                    .findFirst()
                    .orElse("");
            inbox.add(new Received(
                    topic,
                    new String(message.getPayload(), StandardCharsets.UTF_8),
                    message.isRetained(),
                    property,
                    message.getId()));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
