package dev.footfall.jobs.mqtt;

import dev.footfall.events.Topics;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Session;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection of one lane: puts what it receives into the reader's inbox, and waits for nothing. */
final class LaneConnection implements Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneConnection.class);

    /** Messages of a lane that may wait here without being emitted; a frame has 64 KiB at most. */
    private static final int RECEIVE_MAXIMUM = 128;

    /** A reader that comes back sooner finds what was sent to it meanwhile; after that gateways send it again. */
    private static final long EXPIRY_SECONDS = 60;

    private final Lane lane;
    private final Inbox<LaneMessage> inbox;
    private final LaneAnswers answers;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Connection connection;

    /** A message and the lane it came by. */
    record LaneMessage(LaneConnection from, Incoming message) {}

    /** Begins to connect. */
    @SuppressWarnings("this-escape") // final, and nothing is assigned after
    LaneConnection(LaneSettings settings, Lane lane, Inbox<LaneMessage> inbox, LaneAnswers answers) {
        this.lane = lane;
        this.inbox = inbox;
        this.answers = answers;
        String clientId = "footfall-" + settings.group() + "-lane-" + lane.number();
        Session session =
                new Session(clientId, List.of(Topics.laneFilter(lane.number())), EXPIRY_SECONDS, RECEIVE_MAXIMUM, null);
        connection = Connection.open(settings.broker(), session, this);
    }

    @Override
    public void received(Incoming message) {
        waiting.incrementAndGet();
        inbox.put(new LaneMessage(this, message));
    }

    @Override
    public void connected() {
        connections.incrementAndGet();
        answers.connected(connection); // none yet when it comes up at once: then nothing was said by it
    }

    @Override
    public void unreachable(String why) {
        answers.unreachable(why);
    }

    /** The reader has dealt with a message: the broker may send one more. */
    void done(Incoming message) {
        waiting.decrementAndGet();
        message.acknowledge();
    }

    void mark(LanePosition position) {
        answers.mark(connection, position);
    }

    /** The gateway of a position sends what it need not: it may not have heard what is safe. */
    void remind(LanePosition position) {
        answers.remind(position);
    }

    void request(LanePosition position) {
        LOG.info(
                "store {}: asking gateway {} (epoch {}) for frames from number {} on",
                position.store(),
                position.gateway(),
                position.epoch(),
                position.next());
        answers.request(connection, position);
    }

    Lane lane() {
        return lane;
    }

    boolean isUp() {
        return connection.isUp();
    }

    /** How often the connection was made again. */
    long reconnects() {
        return Math.max(0, connections.get() - 1);
    }

    /** Messages received and not dealt with. */
    long waiting() {
        return waiting.get();
    }

    @Override
    public void close() {
        connection.close();
    }
}
