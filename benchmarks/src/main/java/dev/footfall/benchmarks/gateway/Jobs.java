package dev.footfall.benchmarks.gateway;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Topics;
import dev.footfall.gateway.privacy.Pseudonyms;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Takes frames as the jobs do, each once and in the order of their numbers, and compares each row with what was published. */
final class Jobs implements Listener, AutoCloseable {
    private static final String GROUP = "footfall";
    private static final int RECEIVE_MAXIMUM = 1_000;

    private final Traffic traffic;
    private final IntToLongFunction publishedMillis;
    private final Pseudonyms pseudonyms;
    private final Connection connection;
    private String epoch = "";
    private long next;
    private volatile long rows;
    private volatile String fault = "";

    /** Listens at that broker; {@code publishedMillis} says of a message when it was published. */
    Jobs(String broker, Traffic traffic, IntToLongFunction publishedMillis, Pseudonyms pseudonyms) {
        this.traffic = traffic;
        this.publishedMillis = publishedMillis;
        this.pseudonyms = pseudonyms;
        this.connection = Connection.open(
                Broker.at(broker),
                new Session("bench-jobs", List.of(Topics.ROOT + "/lanes/+/+"), 0, RECEIVE_MAXIMUM, null),
                this);
    }

    boolean isUp() {
        return connection.isUp();
    }

    /** How many rows have come. */
    long rows() {
        return rows;
    }

    /** The first difference from what was published; empty for none. */
    String fault() {
        return fault;
    }

    @Override
    public void received(Incoming message) {
        message.acknowledge();
        try {
            take(message.payload());
        } catch (MalformedFrameException e) {
            fault = String.valueOf(e.getMessage());
        }
    }

    private synchronized void take(byte[] bytes) throws MalformedFrameException {
        if (FrameCodec.header(bytes) instanceof FrameHeader header && header.seq() == next) {
            Frame frame = FrameCodec.decode(bytes);
            epoch = header.epoch();
            next++;
            compare(frame);
        }
    }

    private void compare(Frame frame) {
        long before = rows;
        for (int row = 0; row < frame.track().rows() && fault.isEmpty(); row++) {
            int number = (int) ((before + row) / Traffic.EVENTS_A_MESSAGE);
            int index = (int) ((before + row) % Traffic.EVENTS_A_MESSAGE);
            fault = traffic.difference(
                    frame.track(), row, number, index, publishedMillis.applyAsLong(number), pseudonyms);
        }
        if (frame.rows() > frame.track().rows()) {
            fault = "a frame has rows that nobody published";
        }
        rows = before + frame.rows();
    }

    /** Says what is safe, so that the gateway forgets it. */
    synchronized void mark() {
        if (next > 0) {
            byte[] mark = new LaneAnswer.Mark(epoch, next, 1).toJson();
            connection.tryPublish(Outgoing.retained(Topics.acks(GROUP, Shop.STORE, Shop.STORE), mark), this::marked);
        }
    }

    private void marked(@Nullable Exception refused) {
        if (refused != null) {
            fault = "a mark was not taken: " + refused.getMessage();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
