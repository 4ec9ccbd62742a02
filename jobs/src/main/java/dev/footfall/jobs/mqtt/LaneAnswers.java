package dev.footfall.jobs.mqtt;

import dev.footfall.events.LaneAnswer;
import dev.footfall.events.Topics;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.RefusedException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a reader tells gateways, marks and requests, published by a thread of its own so that no broker ever keeps the reader waiting. While a
 * connection is down its words wait, each replaced by a later one about the same; what was not acknowledged is said again.
 */
final class LaneAnswers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneAnswers.class);
    private static final String MARK = "mark ";
    private static final long LOOK_AGAIN_MILLIS = 1_000;
    private static final long LAST_WORDS_MILLIS = 1_000;

    private record Word(Connection connection, Outgoing message) {}

    private final String group;
    private final long run;
    private final Map<String, Word> latest = new HashMap<>();
    /** What was last said to be safe: brokers lose what they keep, so it is said again when there is a reason to. */
    private final Map<String, Word> safe = new HashMap<>();

    private final Set<String> waiting = new LinkedHashSet<>();
    private final Thread speaker = new Thread(this::speak, "lane-answers");
    private long quietUntilMillis = nowMillis();
    private boolean closing;
    private boolean refused;
    private boolean unreachable;

    /** Begins to speak, as that run of that group. */
    LaneAnswers(String group, long run) {
        this.group = group;
        this.run = run;
        speaker.setDaemon(true);
        speaker.start();
    }

    /** Says that everything below a position is safe; retained. */
    void mark(Connection connection, LanePosition position) {
        say(MARK, connection, position, new LaneAnswer.Mark(position.epoch(), position.next(), run));
    }

    /** Asks for everything from a position on. */
    void request(Connection connection, LanePosition position) {
        say("request ", connection, position, new LaneAnswer.Request(position.epoch(), position.next(), run));
    }

    private void say(String kind, Connection connection, LanePosition position, LaneAnswer answer) {
        String topic = Topics.acks(group, position.store(), position.gateway());
        boolean retained = answer instanceof LaneAnswer.Mark;
        Outgoing message = new Outgoing(topic, answer.toJson(), retained, Map.of(), "application/json");
        String about = kind + topic + ' ' + position.epoch();
        Word word = new Word(connection, message);
        synchronized (this) {
            if (retained) {
                safe.put(about, word);
            }
            sayNow(about, word);
        }
    }

    private synchronized void sayNow(String about, Word word) {
        latest.put(about, word);
        waiting.add(about);
        notifyAll();
    }

    /** Says again what is safe of the spool of a position, if a checkpoint was completed. */
    synchronized void remind(LanePosition position) {
        String about = MARK + Topics.acks(group, position.store(), position.gateway()) + ' ' + position.epoch();
        Word word = safe.get(about);
        if (word != null) {
            sayNow(about, word);
        }
    }

    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** A connection came up: its words can go, and what was said to be safe is said again, for its broker may have lost it. */
    synchronized void connected(Connection connection) {
        unreachable = false;
        safe.forEach((about, word) -> {
            if (word.connection() == connection) {
                sayNow(about, word);
            }
        });
        notifyAll();
    }

    /** A connection cannot be made; said once for all lanes, until one comes up. */
    synchronized void unreachable(String why) {
        if (!unreachable) {
            unreachable = true;
            LOG.warn("the broker of the lanes cannot be reached: {}; trying on", why);
        }
    }

    private void speak() {
        try {
            String about = next();
            while (about != null) {
                publish(about);
                about = next();
            }
        } catch (InterruptedException closedWithoutLastWords) {
            LOG.debug("{} words are left unsaid", waiting());
        }
    }

    private synchronized int waiting() {
        return waiting.size();
    }

    /** Waits for something that can be said now; null at the end. */
    private synchronized @Nullable String next() throws InterruptedException {
        while (true) {
            long quietMillis = quietUntilMillis - nowMillis();
            for (String about : quietMillis > 0 ? Set.<String>of() : waiting) {
                Word word = latest.get(about);
                if (word != null && word.connection().isUp()) {
                    waiting.remove(about);
                    return about;
                }
            }
            if (closing) {
                return null;
            }
            wait(waiting.isEmpty() ? 0 : LOOK_AGAIN_MILLIS);
        }
    }

    private void publish(String about) {
        Word word;
        synchronized (this) {
            word = latest.get(about);
        }
        if (word != null) {
            var unused = word.connection()
                    .publish(word.message())
                    .whenComplete((nothing, fault) -> said(about, word, fault));
        }
    }

    /** Takes the answer: what failed is said again, unless something later about the same was said since. */
    private synchronized void said(String about, Word word, @Nullable Throwable fault) {
        if (fault == null) {
            latest.remove(about, word);
        } else if (word.equals(latest.get(about)) && !closing) {
            waiting.add(about);
            quietUntilMillis = nowMillis() + LOOK_AGAIN_MILLIS;
        }
        if (fault instanceof RefusedException && !refused) {
            refused = true;
            LOG.error(
                    "the broker does not let this job publish {}: {}; gateways will keep every frame and send it again",
                    word.message().topic(),
                    fault.getMessage());
        }
    }

    /** Says what can be said at once, and ends. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            speaker.join(LAST_WORDS_MILLIS);
            speaker.interrupt();
        } catch (InterruptedException e) {
            speaker.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
