package dev.footfall.gateway.live;

import dev.footfall.events.LaneAnswer;
import dev.footfall.events.SensorEvent;
import dev.footfall.gateway.framing.StoreFramer;
import dev.footfall.gateway.health.StoreHealth;
import dev.footfall.gateway.spool.StoreSpool;
import dev.footfall.gateway.uplink.SendWindow;
import dev.footfall.gateway.uplink.Uplink;
import dev.footfall.mqtt.RefusedException;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one store's frames from its spool to the jobs: what is sent next, the ticks between, and what the spool may forget. Used by the thread of the
 * line alone.
 */
final class FrameSender {
    private static final Logger LOG = LoggerFactory.getLogger(FrameSender.class);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LineSettings settings;
    private final StoreSpool spool;
    private final StoreFramer framer;
    private final Uplink uplink;
    private final BlockingQueue<Signal> signals;
    private final SendWindow window;
    private long sentMillis;
    private long trimmed;
    private volatile boolean blocked;

    FrameSender(
            LineSettings settings, StoreSpool spool, StoreFramer framer, Uplink uplink, BlockingQueue<Signal> signals) {
        this.settings = settings;
        this.spool = spool;
        this.framer = framer;
        this.uplink = uplink;
        this.signals = signals;
        this.window = new SendWindow(spool, spool::frameBytes, settings.groups(), settings.windowBytes());
    }

    /** Begins to send if the jobs' broker is connected. */
    void start() {
        if (uplink.isUp()) {
            window.up(elapsedMillis());
        }
    }

    void up() {
        window.up(elapsedMillis());
    }

    void down() {
        window.down();
    }

    /** Takes what a group of jobs said of the store's frames. */
    void answered(Signal.Answer said) {
        if (said.answer() instanceof LaneAnswer.Mark mark) {
            if (mark.epoch().equals(spool.epoch()) && mark.next() > spool.next()) {
                LOG.error(
                        "store {}: group {} has frames up to {} of spool {}, which has cut {}: was the spool's folder put back from a copy? Remove it, so that a new one begins",
                        settings.store(),
                        said.group(),
                        mark.next(),
                        spool.epoch(),
                        spool.next());
            }
            window.mark(said.group(), mark.epoch(), mark.next(), mark.run(), elapsedMillis());
        } else if (said.answer() instanceof LaneAnswer.Request request) {
            window.request(said.group(), request.epoch(), request.from(), elapsedMillis());
        }
    }

    /** Whether a frame that is cut now would be sent now. */
    boolean isOpen() {
        return window.isOpen(elapsedMillis());
    }

    /** Whether something waits for the connection to take it; it gives a signal when it does. */
    boolean isBlocked() {
        return blocked;
    }

    /** Sends the frames on disk that may be sent, or a tick when there was nothing for long enough; then lets the spool forget what is safe. */
    void send() throws IOException {
        long nowMillis = elapsedMillis();
        blocked = false;
        OptionalLong next = window.findNext(nowMillis);
        if (window.takeWentBack()) {
            publish(framer.tick(window.next(), SensorEvent.EARLIEST_MILLIS));
        }
        for (; next.isPresent() && publish(spool.frame(next.getAsLong())); next = window.findNext(nowMillis)) {
            window.sent();
        }
        if (nowMillis - sentMillis >= settings.framing().frameEveryMillis()) {
            boolean idle = window.next() == spool.next() && framer.rows() == 0;
            publish(framer.tick(window.next(), idle ? framer.watermarkMillis() : SensorEvent.EARLIEST_MILLIS));
        }
        trim();
    }

    private boolean publish(byte[] frame) {
        if (!uplink.tryPublish(framer.lane(), settings.store(), frame, this::published)) {
            blocked = uplink.isUp();
            return false;
        }
        sentMillis = elapsedMillis();
        return true;
    }

    /** On a thread of the connection. */
    private void published(@Nullable IOException fault) {
        if (fault instanceof RefusedException) {
            LOG.error("the jobs' broker does not take frames of {}: {}", settings.store(), fault.getMessage());
        }
        if (blocked) {
            signals.add(new Signal.Wake());
        }
    }

    private void trim() throws IOException {
        OptionalLong safe = window.findTrim();
        if (safe.isPresent() && safe.getAsLong() > trimmed) {
            trimmed = safe.getAsLong();
            spool.trim(trimmed);
        }
    }

    /** How far the jobs have what there is. */
    StoreHealth.Uplink health() {
        SortedMap<String, Long> marks = new TreeMap<>();
        for (String group : settings.groups()) {
            Long mark = window.mark(group);
            if (mark != null) {
                marks.put(group, mark);
            }
        }
        return new StoreHealth.Uplink(
                uplink.isUp(), marks, spool.next() - window.findTrim().orElse(spool.oldest()));
    }

    /** Milliseconds of a clock that nobody sets. */
    static long elapsedMillis() {
        return System.nanoTime() / NANOS_PER_MILLI;
    }
}
