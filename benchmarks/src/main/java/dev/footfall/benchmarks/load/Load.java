package dev.footfall.benchmarks.load;

import dev.footfall.events.Topics;
import dev.footfall.gateway.framing.FrameSink;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.geofences.StorePack;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import dev.footfall.simulator.chain.Chain;
import dev.footfall.simulator.chain.ChainStore;
import dev.footfall.simulator.chain.StoreFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Plays the stores of a chain to the lanes of a broker. */
public final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final long CONNECT_MILLIS = 30_000;
    private static final long SLOT_MILLIS = 10;

    private final List<StoreFrames> stores = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final FrameSink besides;
    private long latestDelayMillis;

    /**
     * Connects.
     *
     * @param besides is given every frame, too
     */
    public Load(Chain chain, Broker broker, FrameSink besides) throws InterruptedException {
        this.besides = besides;
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(Connection.open(broker, Session.publisher("load-" + i), new NobodySpeaks()));
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CONNECT_MILLIS);
        while (!connections.stream().allMatch(Connection::isUp)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the broker cannot be reached: " + broker);
            }
            TimeUnit.MILLISECONDS.sleep(SLOT_MILLIS);
        }
        Map<StoreFormat, StorePack> templates = new HashMap<>();
        for (ChainStore store : chain.stores()) {
            StorePack pack = templates.computeIfAbsent(store.format(), Load::pack);
            stores.add(new StoreFrames(store, pack, Framing.ofLive().byNoClock(), this::send));
        }
    }

    private static final class NobodySpeaks implements Listener {
        @Override
        public void received(Incoming message) {
            message.acknowledge();
        }
    }

    private static StorePack pack(StoreFormat format) {
        StorePack pack = StorePack.read(format.template()).pack();
        if (pack == null) {
            throw new IllegalStateException("the store pack " + format.template() + " has errors");
        }
        return pack;
    }

    private void send(String store, int lane, byte[] frame) {
        besides.frame(store, lane, frame);
        unanswered.incrementAndGet();
        var unused = connections
                .get(lane % connections.size())
                .publish(Outgoing.of(Topics.frames(lane, store), frame))
                .whenComplete((nothing, why) -> {
                    unanswered.decrementAndGet();
                    if (why != null) {
                        fault.compareAndSet(null, why);
                    }
                });
    }

    /**
     * Lets every store send a frame or a tick every so often, evenly spread, for as long as the clock of the wall goes on to an instant; the stores' clocks go
     * with it.
     */
    public void playLive(long untilMillis, long everyMillis) throws InterruptedException {
        int slots = (int) (everyMillis / SLOT_MILLIS);
        latestDelayMillis = 0;
        long slot = System.currentTimeMillis() / SLOT_MILLIS + 1;
        for (; slot * SLOT_MILLIS <= untilMillis; slot++) {
            long due = slot * SLOT_MILLIS;
            long early = due - System.currentTimeMillis();
            if (early > 0) {
                TimeUnit.MILLISECONDS.sleep(early);
            }
            for (int i = (int) (slot % slots); i < stores.size(); i += slots) {
                stores.get(i).advance(due);
            }
            latestDelayMillis = Math.max(latestDelayMillis, System.currentTimeMillis() - due);
            check();
        }
    }

    /** Lets all stores live on to an instant as fast as the broker takes it, in steps of so long. */
    public void playFast(long fromMillis, long untilMillis, long stepMillis) throws InterruptedException {
        for (long at = fromMillis + stepMillis; at <= untilMillis; at += stepMillis) {
            for (StoreFrames store : stores) {
                store.advance(at);
            }
            check();
        }
        awaitAnswers();
    }

    /** Ends the days of some stores. */
    public void end(List<String> some) throws InterruptedException {
        stores.stream().filter(store -> some.contains(store.store())).forEach(StoreFrames::end);
        awaitAnswers();
    }

    private void awaitAnswers() throws InterruptedException {
        while (unanswered.get() > 0) {
            TimeUnit.MILLISECONDS.sleep(SLOT_MILLIS);
            check();
        }
    }

    private void check() {
        Throwable why = fault.get();
        if (why != null) {
            throw new IllegalStateException("the broker does not take the load: " + why.getMessage(), why);
        }
    }

    /** By how much the latest frame of {@link #playLive} was behind its time. */
    public long latestDelayMillis() {
        return latestDelayMillis;
    }

    /** Frames and ticks so far. */
    public long sent() {
        return stores.stream().mapToLong(StoreFrames::sent).sum();
    }

    /** Positions in them. */
    public long positions() {
        return stores.stream().mapToLong(StoreFrames::positions).sum();
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
    }
}
