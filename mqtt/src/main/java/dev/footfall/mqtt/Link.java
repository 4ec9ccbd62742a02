package dev.footfall.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the client library, from its making to its end; never used again after that.
 *
 * <p>A broker that resumes a session may send what waits in it before it confirms the connection (Artemis does, now and then). The library takes such messages, but
 * its sending thread ends for good when it is to send anything but the connect before the confirmation: so acknowledgements wait until then.
 *
 * <p>A little longer than other files: it is all that is known here of the client library.
 */
final class Link implements MqttCallback {
    private static final int QOS = 1;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int CONNECT_SECONDS = 15;
    private static final long ANSWER_MILLIS = 30_000;
    /** How long what is on its way may take before the good-bye is said: the broker publishes the will of whom it never heard say it. */
    private static final long QUIET_MILLIS = 500;

    private static final int MOST_IN_FLIGHT = 4_096;
    private static final int RETAINED_ALWAYS = 0;
    private static final int RETAINED_IF_NEW = 1;
    private static final int FAILED = 0x80;
    private static final String DISCONNECTED_IN_ORDER = "closed";

    private final Broker broker;
    private final Session session;
    private final Listener listener;
    private final MqttAsyncClient client;
    private final Sockets sockets = new Sockets();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final Map<Long, Answer> unanswered = new ConcurrentHashMap<>();
    private final AtomicLong published = new AtomicLong();
    /** Acknowledgements before the broker confirmed the connection; guarded by itself. */
    private final List<MqttMessage> early = new ArrayList<>();

    private boolean confirmed;
    private Semaphore window = new Semaphore(1);

    Link(Broker broker, Session session, Listener listener) throws MqttException {
        this.broker = broker;
        this.session = session;
        this.listener = listener;
        this.client = new MqttAsyncClient(broker.serverUri(), session.clientId(), new MemoryPersistence());
        client.setManualAcks(true);
        client.setCallback(this);
    }

    /** Connects and subscribes; returns when both are confirmed. */
    void connect() throws MqttException, IOException {
        IMqttToken connected = client.connect(options());
        connected.waitForCompletion(ANSWER_MILLIS);
        acknowledgeEarly();
        MqttProperties answer = connected.getResponseProperties();
        Integer maximum = answer == null ? null : answer.getReceiveMaximum();
        window = new Semaphore(maximum == null ? MOST_IN_FLIGHT : Math.min(maximum, MOST_IN_FLIGHT));
        if (!session.filters().isEmpty()) {
            IMqttToken subscribed = client.subscribe(
                    session.filters().stream().map(this::subscription).toArray(MqttSubscription[]::new));
            subscribed.waitForCompletion(ANSWER_MILLIS);
            for (int code : subscribed.getReasonCodes()) {
                if (code >= FAILED) {
                    throw new IOException("subscription to " + session.filters() + " refused: " + words(code));
                }
            }
        }
    }

    /** What brokers keep comes with every connection, but once only in a session that outlives them. */
    private MqttSubscription subscription(String filter) {
        MqttSubscription subscription = new MqttSubscription(filter, QOS);
        subscription.setRetainHandling(session.expirySeconds() == 0 ? RETAINED_ALWAYS : RETAINED_IF_NEW);
        return subscription;
    }

    private MqttConnectionOptions options() throws IOException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(session.expirySeconds());
        options.setReceiveMaximum(session.receiveMaximum());
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setAutomaticReconnect(false);
        options.setSocketFactory(broker.encrypted() ? TlsSockets.of(broker) : sockets);
        if (broker.username() != null) {
            options.setUserName(broker.username());
        }
        Secret password = broker.password();
        if (password != null) {
            options.setPassword(password.read().getBytes(StandardCharsets.UTF_8));
        }
        Outgoing will = session.will();
        if (will != null) {
            options.setWill(will.topic(), message(will));
        }
        return options;
    }

    private static MqttMessage message(Outgoing outgoing) {
        MqttMessage message = new MqttMessage(outgoing.payload());
        message.setQos(QOS);
        message.setRetained(outgoing.retained());
        MqttProperties properties = new MqttProperties();
        List<UserProperty> all = new ArrayList<>();
        for (Map.Entry<String, String> property : outgoing.userProperties().entrySet()) {
            all.add(new UserProperty(property.getKey(), property.getValue()));
        }
        properties.setUserProperties(all);
        if (outgoing.contentType() != null) {
            properties.setContentType(outgoing.contentType());
        }
        message.setProperties(properties);
        return message;
    }

    /** Waits for a place among the messages that the broker lets be on their way, and takes it. */
    void enter() throws InterruptedException {
        window.acquire();
    }

    /** Takes a place if there is one. */
    boolean tryEnter() {
        return window.tryAcquire();
    }

    /** Publishes, after {@link #enter}. */
    void publish(Outgoing outgoing, Answer answer) {
        long number = published.incrementAndGet();
        unanswered.put(number, answer);
        try {
            client.publish(outgoing.topic(), message(outgoing), null, new MqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    answered(number, refusal(outgoing, token));
                }

                @Override
                public void onFailure(IMqttToken token, @Nullable Throwable why) {
                    answered(number, new ConnectionLostException(words(why)));
                }
            });
        } catch (MqttException e) {
            answered(
                    number,
                    client.isConnected()
                            ? new RefusedException(outgoing.topic() + ": " + words(e))
                            : new ConnectionLostException(words(e)));
        }
        String end = ended.getNow("");
        if (!end.isEmpty()) {
            answered(number, new ConnectionLostException(end));
        }
    }

    private static @Nullable IOException refusal(Outgoing outgoing, IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes != null && codes.length > 0 && codes[0] >= FAILED
                ? new RefusedException(outgoing.topic() + ": " + words(codes[0]))
                : null;
    }

    private void answered(long number, @Nullable IOException fault) {
        Answer answer = unanswered.remove(number);
        if (answer != null) {
            window.release();
            answer.told(fault);
        }
    }

    void acknowledge(MqttMessage message) {
        if (message.getQos() != QOS || ended.isDone()) {
            return;
        }
        synchronized (early) {
            if (!confirmed) {
                early.add(message);
                return;
            }
        }
        try {
            client.messageArrivedComplete(message.getId(), QOS);
        } catch (MqttException e) {
            end(words(e)); // a connection that cannot acknowledge is none
        }
    }

    private void acknowledgeEarly() {
        List<MqttMessage> waiting;
        synchronized (early) {
            confirmed = true;
            waiting = List.copyOf(early);
            early.clear();
        }
        waiting.forEach(this::acknowledge);
    }

    /** Waits for the connection to end and tells why. */
    String awaitEnd() throws InterruptedException {
        try {
            return ended.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("only ever completed", e);
        }
    }

    /** Ends it by our own wish, in order: the broker publishes no will. */
    void disconnect() {
        if (client.isConnected()) {
            try {
                client.disconnect(QUIET_MILLIS).waitForCompletion(ANSWER_MILLIS);
            } catch (MqttException notToBeHelped) {
                end(words(notToBeHelped));
            }
        }
        end(DISCONNECTED_IN_ORDER);
    }

    /** Lets go of what the library holds. */
    void discard() {
        end(DISCONNECTED_IN_ORDER);
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 0, false);
            }
            client.close(true);
        } catch (MqttException alreadyGone) {
            ended.complete(words(alreadyGone));
        }
    }

    private void end(String why) {
        ended.complete(why);
        for (Long number : unanswered.keySet()) {
            answered(number, new ConnectionLostException(why));
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        String reason = response.getReasonString();
        end(
                reason == null || reason.isEmpty()
                        ? response.getException() == null
                                ? words(response.getReturnCode())
                                : words(response.getException())
                        : reason);
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        // told again by disconnected() when it ends the connection
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        byte[] payload = message.getPayload();
        listener.received(new Incoming(this, topic, message, broker.encrypted() ? payload : sockets.payload(payload)));
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // the listener of the one message is told
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // connect() waits for it
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // enhanced authentication is not asked for
    }

    static String words(@Nullable Throwable why) {
        if (why == null) {
            return "no reason given";
        }
        Throwable cause = why.getCause();
        if (cause != null) {
            return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        return why instanceof MqttException mqtt && mqtt.getReasonCode() >= FAILED && mqtt.getReasonCode() <= 0xFF
                ? words(mqtt.getReasonCode())
                : String.valueOf(why.getMessage());
    }

    private static String words(int reasonCode) {
        return switch (reasonCode) {
            case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED -> "not authorised";
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD -> "bad user name or password";
            case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER -> "session taken over by another client of the same id";
            case MqttReturnCode.RETURN_CODE_SERVER_SHUTTING_DOWN -> "the broker shuts down";
            case MqttReturnCode.RETURN_CODE_QUOTA_EXCEEDED -> "the broker's quota is exceeded";
            case MqttReturnCode.RETURN_CODE_PACKET_TOO_LARGE -> "larger than the broker takes";
            default -> "MQTT reason code 0x" + Integer.toHexString(reasonCode);
        };
    }
}
