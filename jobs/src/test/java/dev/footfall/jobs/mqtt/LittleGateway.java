package dev.footfall.jobs.mqtt;

import dev.footfall.events.DoorCount;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.Tick;
import dev.footfall.events.Topics;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * A gateway of one store that sends what a test tells it to, in whatever order, and otherwise does as it should: goes back when it is asked to, and
 * to the mark when a reader begins anew.
 */
final class LittleGateway implements Listener, AutoCloseable {
    private static final long START_MILLIS = 1_777_888_000_000L;

    private final String store;
    private final int lanes;
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final List<LaneAnswer> answers = new CopyOnWriteArrayList<>();
    private final Connection connection;
    /** Touched by the sender alone. */
    private long next;

    private long oldest;
    private volatile long run;

    @SuppressWarnings("this-escape") // nothing is assigned after
    LittleGateway(Broker broker, LaneSettings settings, String store) {
        this.store = store;
        this.lanes = settings.lanes();
        String acks = Topics.acks(settings.group(), store, "gw");
        connection = Connection.open(
                broker, new Session("little-" + settings.group() + store, List.of(acks), 0, 100, null), this);
    }

    /** Whether it is connected: before that, what it sends is lost. */
    boolean isUp() {
        return connection.isUp();
    }

    @Override
    public void received(Incoming message) {
        LaneAnswer answer = LaneAnswer.parse(message.payload()).orElseThrow();
        answers.add(answer);
        message.acknowledge();
        if (answer instanceof LaneAnswer.Request request) {
            sender.execute(() -> resend(request.from()));
        } else if (answer instanceof LaneAnswer.Mark mark && mark.run() != run) {
            run = mark.run();
            sender.execute(() -> resend(mark.next()));
        }
    }

    private void resend(long from) {
        tickNow();
        LongStream.range(Math.max(from, oldest), next).forEach(this::frameNow);
        tickNow();
    }

    /** Cuts frames without sending any. */
    LittleGateway cuts(int frames) {
        sender.execute(() -> next += frames);
        return this;
    }

    /** Sends frames by their numbers, in that order. */
    LittleGateway sends(long... numbers) {
        sender.execute(() -> LongStream.of(numbers).forEach(this::frameNow));
        return this;
    }

    /** Cuts so many frames and sends them. */
    LittleGateway cutsAndSends(int frames) {
        sender.execute(() -> {
            long from = next;
            next += frames;
            LongStream.range(from, next).forEach(this::frameNow);
        });
        return this;
    }

    LittleGateway ticks() {
        sender.execute(this::tickNow);
        return this;
    }

    /** Forgets frames that it could not keep. */
    LittleGateway throwsAwayBelow(long number) {
        sender.execute(() -> oldest = number);
        return this;
    }

    LittleGateway says(byte[] payload) {
        sender.execute(() -> publish(payload));
        return this;
    }

    private void frameNow(long number) {
        FrameBuilder frame = new FrameBuilder();
        frame.addDoor(new DoorCount(START_MILLIS + number, 1, 0, 0, 0), "door");
        publish(frame.encode(new FrameHeader(store, "gw", "e1", number, 0, START_MILLIS + number)));
    }

    private void tickNow() {
        publish(FrameCodec.encode(new Tick(store, "gw", "e1", next, oldest, START_MILLIS + next)));
    }

    private void publish(byte[] payload) {
        Outgoing message = Outgoing.of(Topics.frames(Topics.lane(store, lanes), store), payload);
        var unused = connection.publish(message);
    }

    String store() {
        return store;
    }

    /** Everything that the readers have said. */
    List<LaneAnswer> answers() {
        return answers;
    }

    @Override
    public void close() {
        sender.shutdownNow();
        connection.close();
    }
}
