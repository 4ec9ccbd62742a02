package dev.footfall.mqtt;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that is made again for ever: the library's own reconnecting is not used, every attempt has a client of its own, so that
 * nothing of a lost connection lives on.
 *
 * <pre>{@code
 * try (Connection connection = Connection.open(Broker.at("mqtt://127.0.0.1"), session, listener)) {
 *     connection.publish(Outgoing.of("a/topic", payload)).join();
 * }
 * }</pre>
 */
public final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final String TAKEN_OVER = "taken over";

    private final Broker broker;
    private final Session session;
    private final Listener listener;
    private final Thread keeper;
    private volatile @Nullable Link link;
    private volatile boolean closed;
    private String toldFailure = "";

    private Connection(Broker broker, Session session, Listener listener) {
        this.broker = broker;
        this.session = session;
        this.listener = listener;
        this.keeper = new Thread(this::keep, "mqtt-" + session.clientId());
        keeper.setDaemon(true);
    }

    /** Begins to connect and returns at once. */
    public static Connection open(Broker broker, Session session, Listener listener) {
        Connection connection = new Connection(broker, session, listener);
        connection.keeper.start();
        return connection;
    }

    /** Whether it is up at this moment. */
    public boolean isUp() {
        return link != null;
    }

    /**
     * Publishes with QoS 1. Waits while the broker lets no more messages be on their way.
     *
     * @return completes when the broker has it; fails with {@link ConnectionLostException} or {@link RefusedException}
     */
    public CompletableFuture<@Nullable Void> publish(Outgoing message) {
        CompletableFuture<@Nullable Void> answered = new CompletableFuture<>();
        Answer answer = fault -> {
            if (fault == null) {
                answered.complete(null);
            } else {
                answered.completeExceptionally(fault);
            }
        };
        Link current = link;
        try {
            if (current == null) {
                answer.told(new ConnectionLostException("not connected to " + broker));
            } else {
                current.enter();
                current.publish(message, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.told(new ConnectionLostException("interrupted"));
        }
        return answered;
    }

    /**
     * The same without waiting.
     *
     * @return false when the connection is down or too many messages are on their way; then {@code answer} is not told
     */
    public boolean tryPublish(Outgoing message, Answer answer) {
        Link current = link;
        if (current == null || !current.tryEnter()) {
            return false;
        }
        current.publish(message, answer);
        return true;
    }

    /** Ends the connection in order; the broker publishes no will. */
    @Override
    public void close() {
        closed = true;
        Link current = link;
        if (current != null) {
            current.disconnect();
        }
        keeper.interrupt();
        try {
            keeper.join(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        long waitMillis = FIRST_WAIT_MILLIS;
        while (!closed) {
            String why = once();
            if (closed) {
                return;
            }
            if (why == null) {
                waitMillis = Math.min(2 * waitMillis, LONGEST_WAIT_MILLIS);
            } else {
                // two that fight for one session would take it from each other for ever
                waitMillis = why.contains(TAKEN_OVER) ? LONGEST_WAIT_MILLIS : FIRST_WAIT_MILLIS;
            }
            try {
                Thread.sleep(waitMillis / 2 + ThreadLocalRandom.current().nextLong(waitMillis / 2 + 1));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** One connection; answers why it ended, null when it never was up. */
    private @Nullable String once() {
        Link made = null;
        try {
            made = new Link(broker, session, listener);
            made.connect();
            link = made;
            if (closed) {
                made.disconnect();
                return null;
            }
            LOG.info("connected to {} as {}", broker, session.clientId());
            toldFailure = "";
            listener.connected();
            String why = made.awaitEnd();
            link = null;
            if (!closed) {
                LOG.warn("connection of {} to {} lost: {}", session.clientId(), broker, why);
                listener.disconnected(why);
            }
            return why;
        } catch (MqttException | IOException e) {
            tellFailure(Link.words(e));
            return null;
        } catch (RuntimeException e) {
            LOG.error("connecting {} to {} fails by a fault of ours", session.clientId(), broker, e);
            tellFailure(String.valueOf(e.getMessage()));
            return null;
        } catch (InterruptedException e) {
            return null;
        } finally {
            link = null;
            if (made != null) {
                if (closed) {
                    made.disconnect(); // it may have come up just before
                }
                made.discard();
            }
        }
    }

    /** Says once why the broker cannot be reached, and again when the reason is another. */
    private void tellFailure(String why) {
        if (!why.equals(toldFailure)) {
            toldFailure = why;
            LOG.warn("{} cannot be reached as {}: {}; trying on", broker, session.clientId(), why);
        }
        listener.unreachable(why);
    }
}
