package dev.footfall.local;

import dev.footfall.events.DeviceTopic;
import dev.footfall.events.Kind;
import dev.footfall.events.Topics;
import dev.footfall.gateway.DeadLetter;
import dev.footfall.gateway.Messages;
import dev.footfall.mqtt.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays recorded messages as their devices published them: each at its time after the start, in the order recorded, with the time of its
 * receipt beside it.
 */
final class Player implements Messages {
    /** The user property that tells when a message was received: whole ms since 1970, in decimal. */
    static final String AT = "at";

    /** How far {@link #closeStores} moves the clocks: past the end of any store day that the recording touches, and past all waiting. */
    private static final long CLOSING_MILLIS = Duration.ofDays(3).toMillis();

    private static final byte[] NO_EVENTS = "[]".getBytes(StandardCharsets.UTF_8);

    private final Outbox outbox;
    private final Speed speed;
    private final Set<String> deviceTopics = new LinkedHashSet<>();
    private long startedNanos;
    private long firstAtMillis;
    private long lastAtMillis;
    private long messages;
    private long bytes;
    private long skipped;

    Player(Outbox outbox, Speed speed) {
        this.outbox = outbox;
        this.speed = speed;
    }

    /** Waits until it is the message's time and sends it. */
    @Override
    public void accept(long atMillis, String topic, byte[] payload) {
        Optional<DeviceTopic> device = Topics.parse(topic);
        if (device.isEmpty() && !mayComeFromADevice(topic)) {
            skipped++;
            return;
        }
        try {
            if (messages == 0) {
                startedNanos = System.nanoTime();
                firstAtMillis = atMillis;
            }
            long due = startedNanos + speed.dueNanos(atMillis - firstAtMillis);
            outbox.pause(due - System.nanoTime());
            if (!outbox.isStopped()) {
                boolean retained = device.map(DeviceTopic::kind)
                        .filter(Kind.STATUS::equals)
                        .isPresent();
                outbox.send(message(topic, payload, retained, atMillis));
                device.ifPresent(known -> deviceTopics.add(topic));
                lastAtMillis = Math.max(lastAtMillis, atMillis);
                messages++;
                bytes += payload.length;
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Passes over a line that is no message. */
    @Override
    public void refuse(DeadLetter letter) {
        skipped++;
    }

    /**
     * Says on every device topic that was played that nothing happened for three days: the clock of each store, in every gateway that listens to
     * any of its devices, passes the end of the recording's last day, so that all figures become final. Returns the number of messages.
     */
    int closeStores() throws InterruptedException {
        for (String topic : deviceTopics) {
            outbox.send(message(topic, NO_EVENTS, false, lastAtMillis + CLOSING_MILLIS));
        }
        return deviceTopics.size();
    }

    long messages() {
        return messages;
    }

    /** The payloads of {@link #messages}. */
    long bytes() {
        return bytes;
    }

    /** Lines that were not played. */
    long skipped() {
        return skipped;
    }

    private static Outgoing message(String topic, byte[] payload, boolean retained, long atMillis) {
        return new Outgoing(topic, payload, retained, Map.of(AT, Long.toString(atMillis)), null);
    }

    /** Not what gateways and jobs say to each other, and nothing that is no topic at all. */
    private static boolean mayComeFromADevice(String topic) {
        String[] levels = topic.split("/", -1);
        boolean ours = topic.startsWith(Topics.ROOT + '/') && levels.length > 3;
        boolean reserved = topic.startsWith(Topics.ROOT + "/lanes/")
                || topic.startsWith(Topics.ROOT + "/acks/")
                || (ours && (levels[3].equals("gateway") || levels[3].equals("dead-letter")));
        return !reserved
                && !topic.isEmpty()
                && !topic.startsWith("$")
                && topic.chars().noneMatch(each -> each == '+' || each == '#' || each == 0);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while playing", e);
    }
}
