package dev.footfall.gateway.live;

import dev.footfall.events.DoorColumns;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Tick;
import dev.footfall.events.Topics;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** Listens to all lanes, and says as the jobs would what it has. */
final class LaneListener implements Listener, AutoCloseable {
    final List<byte[]> messages = new CopyOnWriteArrayList<>();
    private final Set<Long> doorTimes = ConcurrentHashMap.newKeySet();
    private final Connection connection;

    LaneListener(String broker) {
        connection = Connection.open(
                Broker.at(broker),
                new Session("lane-listener", List.of(Topics.ROOT + "/lanes/+/+"), 3_600, 1_000, null),
                this);
    }

    @Override
    public void received(Incoming message) {
        byte[] payload = message.payload();
        if (head(payload) instanceof FrameHeader) {
            DoorColumns doors = decode(payload).door();
            IntStream.range(0, doors.rows()).mapToLong(doors::timeMillis).forEach(doorTimes::add);
        }
        messages.add(payload);
        message.acknowledge();
    }

    boolean isUp() {
        return connection.isUp();
    }

    void mark(String store, String gateway, String epoch, long next, long run) {
        connection
                .publish(Outgoing.retained(
                        Topics.acks("footfall", store, gateway), new LaneAnswer.Mark(epoch, next, run).toJson()))
                .join();
    }

    void request(String store, String gateway, String epoch, long from) {
        connection
                .publish(Outgoing.of(
                        Topics.acks("footfall", store, gateway), new LaneAnswer.Request(epoch, from, 1).toJson()))
                .join();
    }

    List<FrameHead> heads() {
        return messages.stream().map(LaneListener::head).toList();
    }

    List<Tick> ticks() {
        return heads().stream()
                .filter(Tick.class::isInstance)
                .map(Tick.class::cast)
                .toList();
    }

    /** How many frames came, repeated ones too. */
    long frames() {
        return heads().stream().filter(FrameHeader.class::isInstance).count();
    }

    /** The number after the highest that came. */
    long next() {
        return heads().stream()
                .filter(FrameHeader.class::isInstance)
                .mapToLong(head -> ((FrameHeader) head).seq() + 1)
                .max()
                .orElse(0);
    }

    /** The rows of all frames, each frame once. */
    int rows() {
        TreeMap<String, Integer> rows = new TreeMap<>();
        for (byte[] message : messages) {
            if (head(message) instanceof FrameHeader header) {
                rows.put(header.epoch() + header.seq(), decode(message).rows());
            }
        }
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The different times at which doors reported: of what came twice, one. */
    int doorTimes() {
        return doorTimes.size();
    }

    /** The first frame of that number. */
    byte[] frame(long seq) {
        return messages.stream()
                .filter(message -> head(message) instanceof FrameHeader header && header.seq() == seq)
                .findFirst()
                .orElseThrow();
    }

    private static FrameHead head(byte[] message) {
        try {
            return FrameCodec.header(message);
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    private static Frame decode(byte[] message) {
        try {
            return FrameCodec.decode(message);
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
