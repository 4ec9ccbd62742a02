package dev.footfall.local;

import dev.footfall.events.Kind;
import dev.footfall.events.Topics;
import dev.footfall.gateway.settings.GatewayClock;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StorePack;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.simulator.Message;
import dev.footfall.simulator.Simulation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The devices of simulated stores, publishing to a broker: first what they would have published of late, as fast as the broker takes it; then what
 * they publish now. Each message says when it was received, so that the gateway's clock is that of the stores.
 */
final class SimulatedTraffic implements AutoCloseable {
    private static final long STEP_MILLIS = 10_000;
    private static final long LIVE_STEP_MILLIS = 1_000;
    private static final long END_WITHIN_MILLIS = 10_000;
    private static final byte[] NO_EVENTS = "[]".getBytes(StandardCharsets.UTF_8);

    private final List<Store> stores;
    private final Outbox outbox;
    private final Clock clock;
    private final long startMillis;
    private final Thread thread = new Thread(this::run, "simulated-devices");
    private volatile long playedMillis;
    private volatile boolean live;
    private volatile @Nullable Exception fault;

    /** A store, and the topic of one of its devices, on which it is said that time goes on where nothing happens. */
    private static final class Store {
        final Simulation simulation;
        final Optional<String> topic;
        boolean said;

        Store(StorePack pack, Simulation simulation) {
            this.simulation = simulation;
            this.topic = pack.config().devices().stream()
                    .filter(device -> device.kind() != Kind.STATUS)
                    .map(device -> topic(pack.config().store(), device))
                    .findFirst();
        }

        private static String topic(String store, DeviceConfig device) {
            return Topics.ROOT
                    + '/'
                    + store
                    + '/'
                    + device.kind().name().toLowerCase(java.util.Locale.ROOT)
                    + '/'
                    + device.id();
        }
    }

    /**
     * Begins to publish.
     *
     * @param simulations of the stores; nobody is in them at the start
     * @param startMillis when the simulations begin
     * @param outbox to the broker; used and closed here
     * @param clock of the wall
     */
    SimulatedTraffic(Map<StorePack, Simulation> simulations, long startMillis, Outbox outbox, Clock clock) {
        this.stores = simulations.entrySet().stream()
                .map(store -> new Store(store.getKey(), store.getValue()))
                .toList();
        this.startMillis = startMillis;
        this.playedMillis = startMillis;
        this.outbox = outbox;
        this.clock = clock;
        thread.start();
    }

    private void run() {
        try {
            outbox.awaitConnection();
            while (!outbox.isStopped() && playedMillis + STEP_MILLIS <= clock.millis()) {
                play(playedMillis + STEP_MILLIS);
            }
            live = true;
            while (!outbox.isStopped()) {
                long next = playedMillis + LIVE_STEP_MILLIS;
                outbox.pause(TimeUnit.MILLISECONDS.toNanos(next - clock.millis()));
                play(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    private void play(long untilMillis) throws InterruptedException {
        for (Store store : stores) {
            store.said = false;
            store.simulation.advance(untilMillis, message -> publish(store, message));
            if (!store.said && store.topic.isPresent()) {
                send(store.topic.get(), NO_EVENTS, false, untilMillis);
            }
        }
        playedMillis = untilMillis;
    }

    private void publish(Store store, Message message) {
        try {
            send(message.topic(), message.payload(), message.retained(), message.atMillis());
            store.said = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    private void send(String topic, byte[] payload, boolean retained, long atMillis) throws InterruptedException {
        if (!outbox.isStopped()) {
            outbox.send(new Outgoing(topic, payload, retained, Map.of(GatewayClock.AT, Long.toString(atMillis)), null));
        }
    }

    /** Which share of the past has been published, 0…1. */
    double share() {
        long now = clock.millis();
        return live || now <= startMillis
                ? 1
                : Math.min(1, (playedMillis - startMillis) / (double) (now - startMillis));
    }

    /** Whether what is published now happens now. */
    boolean isLive() {
        return live;
    }

    /**
     * Tells of what ended it, if anything did.
     *
     * @throws Exception that
     */
    void check() throws Exception {
        Exception ended = fault;
        if (ended != null) {
            throw ended;
        }
    }

    @Override
    public void close() {
        outbox.stop();
        try {
            thread.join(Duration.ofMillis(END_WITHIN_MILLIS).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outbox.close();
    }
}
