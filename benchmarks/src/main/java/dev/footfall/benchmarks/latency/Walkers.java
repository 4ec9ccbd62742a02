package dev.footfall.benchmarks.latency;

import dev.footfall.events.DoorCount;
import dev.footfall.events.EventJson;
import dev.footfall.events.Role;
import dev.footfall.events.Topics;
import dev.footfall.events.TrackPoint;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Devices of some stores: in each a camera that tells of 50 people ten times a second; in the first a counter at which one person comes in every tenth of a second. */
final class Walkers implements AutoCloseable {
    private static final int PEOPLE = 50;
    private static final long TICK_MILLIS = 100;
    private static final long CONNECT_MILLIS = 30_000;
    private static final long PATIENCE_MILLIS = 60_000;

    private final List<String> stores;
    private final Connection connection;
    private long[] publishedNanos = new long[1024];
    private int counts;
    private int countsAtEnd;
    private long positions;
    private double positionsPerSecond;
    private double step;

    /** Whether it is time to stop. */
    @FunctionalInterface
    interface Until {
        /** Looks. */
        boolean isSo() throws IOException;
    }

    Walkers(List<String> stores, Broker broker) throws InterruptedException {
        this.stores = stores;
        Listener nobody = new Listener() {
            @Override
            public void received(Incoming message) {
                message.acknowledge();
            }
        };
        this.connection = Connection.open(broker, Session.publisher("devices"), nobody);
        long deadline = System.currentTimeMillis() + CONNECT_MILLIS;
        while (!connection.isUp()) {
            if (System.currentTimeMillis() > deadline) {
                throw new IllegalStateException("the broker cannot be reached: " + broker);
            }
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
    }

    /** Publishes for so long. */
    void publish(long millis) throws InterruptedException, IOException {
        long deadline = System.currentTimeMillis() + millis;
        long before = positions;
        long began = System.nanoTime();
        publishUntil(() -> System.currentTimeMillis() >= deadline);
        positionsPerSecond = (positions - before) / ((System.nanoTime() - began) / 1e9);
        countsAtEnd = counts;
    }

    /** Goes on, so that the stores' clocks do. */
    void goOnUntil(Until until) throws InterruptedException, IOException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        publishUntil(() -> {
            if (System.currentTimeMillis() > deadline) {
                throw new IOException("what was published does not come to InfluxDB");
            }
            return until.isSo();
        });
    }

    private void publishUntil(Until until) throws InterruptedException, IOException {
        long next = System.currentTimeMillis();
        while (!until.isSo()) {
            long early = next - System.currentTimeMillis();
            if (early > 0) {
                TimeUnit.MILLISECONDS.sleep(early);
            }
            for (String store : stores) {
                send(store + "/track/ceiling", EventJson.encode(people()));
                positions += PEOPLE;
            }
            if (counts == publishedNanos.length) {
                publishedNanos = Arrays.copyOf(publishedNanos, counts * 2);
            }
            publishedNanos[counts++] = System.nanoTime();
            send(
                    stores.get(0) + "/door/counter",
                    EventJson.encode(new DoorCount(System.currentTimeMillis(), 1, 0, 0, 0)));
            next += TICK_MILLIS;
        }
    }

    private void send(String device, byte[] payload) {
        var unused = connection.publish(Outgoing.of(Topics.ROOT + '/' + device, payload));
    }

    /** They walk in circles through the shop. */
    private List<TrackPoint> people() {
        step += 0.1;
        List<TrackPoint> people = new ArrayList<>(PEOPLE);
        long now = System.currentTimeMillis();
        for (int i = 0; i < PEOPLE; i++) {
            double angle = i + step * 0.01;
            people.add(new TrackPoint(
                    now,
                    "p" + i,
                    Math.round((7 + 5 * Math.cos(angle)) * 1_000) / 1_000.0,
                    Math.round((4.5 + 3 * Math.sin(angle)) * 1_000) / 1_000.0,
                    "0",
                    Role.CUSTOMER));
        }
        return people;
    }

    /** How many people came in so far. */
    int counts() {
        return counts;
    }

    /** How many had come in at the end of the last {@link #publish}. */
    int countsAtEnd() {
        return countsAtEnd;
    }

    /** When that person came in, by {@link System#nanoTime}. */
    long publishedNanos(int person) {
        return publishedNanos[person];
    }

    /** During the last {@link #publish}. */
    double positionsPerSecond() {
        return positionsPerSecond;
    }

    @Override
    public void close() {
        connection.close();
    }
}
