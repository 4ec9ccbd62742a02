package dev.footfall.gateway.live;

import dev.footfall.events.Topics;
import dev.footfall.gateway.DeadLetter;
import dev.footfall.gateway.DeadLetters;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.RefusedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dead letters of a store on their way to its broker; the message behind a letter is acknowledged when the broker has the letter. */
final class Letters implements DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final String topic;
    private final Deque<Addressed> waiting = new ArrayDeque<>();
    private @Nullable DeadLetter written;

    Letters(String store) {
        this.topic = Topics.deadLetter(store);
    }

    private record Addressed(DeadLetter letter, Incoming message) {}

    @Override
    public void letter(DeadLetter letter) {
        written = letter;
    }

    /** Whether a letter was written since the last call, which is then the one of {@code message}. */
    boolean take(Incoming message) {
        DeadLetter letter = written;
        written = null;
        if (letter == null) {
            return false;
        }
        LOG.debug("{}", letter);
        waiting.add(new Addressed(letter, message));
        return true;
    }

    /** Publishes as many as may be on their way. */
    void publish(Connection connection) {
        while (!waiting.isEmpty()) {
            Addressed next = waiting.element();
            boolean going = connection.tryPublish(
                    Outgoing.of(topic, next.letter().toJson()), fault -> answered(next.message(), fault));
            if (!going) {
                return;
            }
            waiting.remove();
        }
    }

    private static void answered(Incoming message, @Nullable IOException fault) {
        if (fault instanceof RefusedException) {
            LOG.error("the broker does not take a dead letter, it is lost: {}", fault.getMessage());
        }
        if (fault == null || fault instanceof RefusedException) {
            message.acknowledge();
        }
    }

    /** The connection is gone, the broker will send the messages again. */
    void forget() {
        waiting.clear();
    }

    boolean anyWaiting() {
        return !waiting.isEmpty();
    }
}
