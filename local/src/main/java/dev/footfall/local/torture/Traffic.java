package dev.footfall.local.torture;

import dev.footfall.events.DeviceTopic;
import dev.footfall.events.Topics;
import dev.footfall.gateway.settings.GatewayClock;
import dev.footfall.local.Outbox;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.simulator.Message;
import dev.footfall.simulator.RecordingWriter;
import dev.footfall.simulator.Simulation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The devices of the shops, publishing much faster than time, and a recording of what they would have published on an undisturbed day. Whatever the broker does,
 * each message is sent until it is acknowledged.
 */
final class Traffic implements AutoCloseable {
    /** Milliseconds of the shops in one of the wall, at the usual load. */
    static final long SPEED = 200;

    /** By how much the clocks of all shops go on at the end, at least: the next day is over, and all waiting. */
    static final long CLOSED_MILLIS = Duration.ofDays(2).toMillis();

    private static final long STEP_MILLIS = 10_000;
    private static final long CLOSING_MILLIS = Duration.ofDays(3).toMillis();
    private static final byte[] NO_EVENTS = "[]".getBytes(StandardCharsets.UTF_8);

    private final List<Simulation> simulations;
    private final Outbox outbox;
    private final RecordingWriter recording;
    private final long speed;
    private final long untilMillis;
    private final Set<String> topics = new LinkedHashSet<>();
    private final List<Message> heldBack = new ArrayList<>();
    private final AtomicLong jumpMillis = new AtomicLong();
    private final Thread thread = new Thread(this::run, "devices");
    private volatile long nowMillis = Shops.START_MILLIS;
    private volatile boolean twice;
    private volatile @Nullable String offline;
    private volatile boolean ended;
    private volatile @Nullable Exception fault;

    /**
     * Devices that say nothing yet.
     *
     * @param outbox to the broker of the stores; closed here
     * @param recording of the undisturbed day; closed here
     * @param wall how long they publish, by the clock of the wall
     * @param load how many times as fast as usual
     */
    Traffic(List<Simulation> simulations, Outbox outbox, RecordingWriter recording, Duration wall, int load) {
        this.simulations = simulations;
        this.outbox = outbox;
        this.recording = recording;
        this.speed = SPEED * load;
        this.untilMillis = Shops.START_MILLIS + wall.toMillis() * speed / STEP_MILLIS * STEP_MILLIS;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The time in the shops. */
    long nowMillis() {
        return nowMillis;
    }

    /** Whether all has been said, and acknowledged by the broker. */
    boolean isOver() throws Exception {
        Exception happened = fault;
        if (happened != null) {
            throw happened;
        }
        return ended;
    }

    /** Which share has been said, 0…1. */
    double share() {
        return (nowMillis - Shops.START_MILLIS) / (double) (untilMillis - Shops.START_MILLIS);
    }

    /** From now on each message is published twice, or no more. */
    void publishTwice(boolean on) {
        twice = on;
    }

    /** The clock of whoever receives is ahead by so much for the next messages. */
    void jump(long millis) {
        jumpMillis.set(millis);
    }

    /** From now on a device keeps what it has to say to itself; with null it is online again and says it all. */
    void offline(@Nullable String topicPart) {
        offline = topicPart;
    }

    private void run() {
        try {
            outbox.awaitConnection();
            long begun = System.nanoTime();
            while (nowMillis < untilMillis) {
                long next = nowMillis + STEP_MILLIS;
                long due = begun + TimeUnit.MILLISECONDS.toNanos((next - Shops.START_MILLIS) / speed);
                outbox.pause(due - System.nanoTime());
                step(next);
            }
            end();
            ended = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            fault = e;
        }
    }

    private void step(long next) throws InterruptedException {
        List<Message> said = new ArrayList<>();
        for (Simulation simulation : simulations) {
            simulation.advance(next, said::add);
        }
        nowMillis = next;
        for (Message message : said) {
            recording.accept(message);
            topics.add(message.topic());
            String kept = offline;
            if (kept != null && message.topic().contains(kept)) {
                heldBack.add(message);
            } else {
                send(message, message.atMillis() + jumpMillis.get());
            }
        }
        jumpMillis.set(0);
        if (offline == null) {
            sayHeldBack();
        }
    }

    /** What was held back is received now. */
    private void sayHeldBack() throws InterruptedException {
        for (Message message : heldBack) {
            send(message, Math.max(nowMillis, message.atMillis()));
        }
        heldBack.clear();
    }

    private void end() throws InterruptedException, IOException {
        List<Message> last = new ArrayList<>();
        simulations.forEach(simulation -> simulation.end(last::add));
        for (Message message : last) {
            recording.accept(message);
            send(message, message.atMillis());
        }
        sayHeldBack();
        recording.close();
        for (String topic : topics) {
            if (Topics.parse(topic).map(DeviceTopic::kind).isPresent()) {
                send(new Message(nowMillis, topic, NO_EVENTS, false), nowMillis + CLOSING_MILLIS);
            }
        }
        outbox.drain();
    }

    private void send(Message message, long atMillis) throws InterruptedException {
        Outgoing outgoing = new Outgoing(
                message.topic(),
                message.payload(),
                message.retained(),
                Map.of(GatewayClock.AT, Long.toString(atMillis)),
                null);
        outbox.send(outgoing);
        if (twice) {
            outbox.send(outgoing);
        }
    }

    @Override
    public void close() throws IOException {
        outbox.stop();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outbox.close();
        recording.close();
    }
}
