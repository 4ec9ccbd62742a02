package dev.footfall.gateway.live;

import dev.footfall.events.Topics;
import dev.footfall.gateway.health.StoreHealth;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.RefusedException;
import dev.footfall.mqtt.Session;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to the broker of one store, whose session outlives us: what is published while we are away waits there. */
final class StoreDevices implements Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreDevices.class);
    private static final int RECEIVE_MAXIMUM = 2_000;
    private static final long FAREWELL_SECONDS = 2;

    private final LineSettings settings;
    private final BlockingQueue<Signal> signals;
    private final String topic;
    private Connection connection;

    StoreDevices(LineSettings settings, BlockingQueue<Signal> signals) {
        this.settings = settings;
        this.signals = signals;
        this.topic = Topics.gatewayHealth(settings.store(), settings.gateway());
        this.connection = connect();
    }

    private Connection connect() {
        return Connection.open(
                settings.devices(),
                new Session(
                        "footfall-gateway-" + settings.store() + "-" + settings.gateway(),
                        List.of(Topics.deviceFilter(settings.store())),
                        Session.LONGEST_EXPIRY_SECONDS,
                        RECEIVE_MAXIMUM,
                        Outgoing.retained(topic, StoreHealth.offline(settings.store(), settings.gateway()))),
                this);
    }

    Connection connection() {
        return connection;
    }

    /** Publishes our health; answers whether it is on its way. */
    boolean tell(StoreHealth health) {
        return connection.tryPublish(Outgoing.retained(topic, health.toJson()), this::told);
    }

    private void told(@Nullable IOException fault) {
        if (fault instanceof RefusedException) {
            LOG.error(
                    "store {}: its broker does not take the gateway's health, which it needs to know that nothing older follows: {}",
                    settings.store(),
                    fault.getMessage());
        }
    }

    /** Says why, and lets the broker keep everything until {@link #join}. */
    void leave(StoreHealth why) {
        LOG.warn(
                "store {}: {}, what devices publish is left with their broker",
                settings.store(),
                why.disk() == null ? "the spool is full" : why.disk());
        publishAtLast(why.toJson());
        connection.close();
    }

    void join() {
        connection = connect();
    }

    @Override
    public void received(Incoming message) {
        signals.add(new Signal.Message(message, settings.clock().elapsedMillis()));
    }

    @Override
    public void connected() {
        signals.add(new Signal.DevicesUp());
    }

    @Override
    public void disconnected(String why) {
        signals.add(new Signal.DevicesDown());
    }

    /** Says good-bye and ends the connection; the session stays. */
    @Override
    public void close() {
        publishAtLast(StoreHealth.offline(settings.store(), settings.gateway()));
        connection.close();
    }

    private void publishAtLast(byte[] health) {
        try {
            if (connection.isUp()) {
                connection.publish(Outgoing.retained(topic, health)).get(FAREWELL_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("store {}: the broker did not hear that the gateway leaves: {}", settings.store(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
