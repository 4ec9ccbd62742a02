package dev.footfall.benchmarks.gateway;

import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The cameras, on one connection and thread, with a quality of service of 1. */
final class Publisher implements AutoCloseable {
    private static final int MOST_EVENTS_UNDER_WAY = 200_000;
    private static final long PAUSE_NANOS = 200_000;

    private final Traffic traffic;
    private final Connection connection;
    private final LongSupplier arrived;
    private final Thread thread = new Thread(this::publish, "cameras");
    private volatile long[] publishedMillis = new long[1 << 16];
    private volatile int published;
    private volatile long eventsPerSecond;
    private volatile boolean running = true;
    private volatile String fault = "";

    /** Publishes at that broker; waits when too much of it has not {@code arrived}. */
    Publisher(String broker, Traffic traffic, LongSupplier arrived) {
        this.traffic = traffic;
        this.arrived = arrived;
        this.connection = Connection.open(Broker.at(broker), Session.publisher("bench-cameras"), Incoming::acknowledge);
    }

    boolean isUp() {
        return connection.isUp();
    }

    /** Begins; 0 events a second is as many as possible. */
    void begin(long perSecond) {
        eventsPerSecond = perSecond;
        thread.start();
    }

    void changeTo(long perSecond) {
        eventsPerSecond = perSecond;
    }

    /** Ends; answers how many events were published. */
    long end() throws InterruptedException {
        running = false;
        thread.join();
        return events();
    }

    long events() {
        return (long) published * Traffic.EVENTS_A_MESSAGE;
    }

    /** When a message was published. */
    long publishedMillis(int number) {
        return publishedMillis[number];
    }

    /** What the broker did not take; empty when it took all. */
    String fault() {
        return fault;
    }

    private void publish() {
        long dueNanos = System.nanoTime();
        while (running && fault.isEmpty()) {
            long perSecond = eventsPerSecond;
            long nowNanos = System.nanoTime();
            if (perSecond == 0) {
                dueNanos = nowNanos;
            }
            if (nowNanos < dueNanos || events() - arrived.getAsLong() > MOST_EVENTS_UNDER_WAY) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            dueNanos += perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(Traffic.EVENTS_A_MESSAGE) / perSecond;
            int number = published;
            if (number == publishedMillis.length) {
                publishedMillis = Arrays.copyOf(publishedMillis, 2 * number);
            }
            long millis = System.currentTimeMillis();
            publishedMillis[number] = millis;
            Outgoing message = Outgoing.of(traffic.topic(number), traffic.message(number, millis));
            boolean sent = connection.tryPublish(message, this::answered);
            while (running && !sent) {
                LockSupport.parkNanos(PAUSE_NANOS);
                sent = connection.tryPublish(message, this::answered);
            }
            if (sent) {
                published = number + 1; // also when it has been told to end meanwhile
            }
        }
    }

    private void answered(@Nullable Exception refused) {
        if (refused != null) {
            fault = "the broker did not take a message: " + refused.getMessage();
        }
    }

    @Override
    public void close() {
        running = false;
        connection.close();
    }
}
