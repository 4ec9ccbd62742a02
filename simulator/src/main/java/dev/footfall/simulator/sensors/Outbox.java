package dev.footfall.simulator.sensors;

import dev.footfall.simulator.Message;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Messages under way: they are received in order of {@code at}, of one instant in the order in which they were sent. */
public final class Outbox {
    private final PriorityQueue<Sent> underWay = new PriorityQueue<>();
    private long sent;

    private record Sent(Message message, long order) implements Comparable<Sent> {
        @Override
        public int compareTo(Sent other) {
            int byTime = Long.compare(message.atMillis(), other.message.atMillis());
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** Sends a message. */
    public void send(long atMillis, String topic, byte[] payload, boolean retained) {
        underWay.add(new Sent(new Message(atMillis, topic, payload, retained), sent++));
    }

    /** Hands over what is received until an instant. */
    public void release(long untilMillis, Consumer<Message> receiver) {
        while (!underWay.isEmpty() && underWay.element().message.atMillis() <= untilMillis) {
            receiver.accept(underWay.remove().message);
        }
    }
}
