package dev.footfall.gateway.live;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Reason;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.Topics;
import dev.footfall.gateway.DeadLetter;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.StoreFramer;
import dev.footfall.gateway.health.StoreHealth;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.settings.GatewayClock;
import dev.footfall.gateway.spool.StoreSpool;
import dev.footfall.gateway.uplink.SendWindow;
import dev.footfall.gateway.uplink.Uplink;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of one store, from its broker to its spool and from its spool to the jobs. Runs on one thread until it is told to stop or the disk fails.
 *
 * <p>Longer than other files because the order of its steps is the promise: events to disk, then acknowledged; a frame to disk, then sent.
 */
final class StoreLine {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLine.class);
    private static final int MOST_AT_ONCE = 5_000;
    private static final long MOST_PARKED_BYTES = 16L << 20;
    private static final int MOST_BYTES_AT_ONCE = 1 << 20;
    private static final int RESERVED_BYTES = 64 * 1024;
    private static final long LONGEST_POLL_MILLIS = 250;
    private static final long SHORTEST_POLL_MILLIS = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LineSettings settings;
    private final StoreSpool spool;
    private final Uplink uplink;
    private final StoreDevices devices;
    private final BlockingQueue<Signal> signals;
    private final StoreFramer framer;
    private final Gateway gateway;
    private final Letters letters;
    private final SendWindow window;
    private final ClockHold hold;
    private final String healthTopic;
    private final String healthTopics;
    private final HealthReport report;
    private final List<Incoming> saved = new ArrayList<>();
    private final Deque<Signal.Message> parked = new ArrayDeque<>();
    private final long pollMillis;
    private long parkedBytes;
    private int takenBytes;
    private boolean away;
    private boolean uncommitted;
    private long savedClockMillis;
    private long openedMillis = -1;
    private long sentMillis;
    private long trimmed;
    private volatile boolean blocked;

    StoreLine(
            LineSettings settings,
            StoreKeys keys,
            StoreSpool spool,
            Uplink uplink,
            StoreDevices devices,
            BlockingQueue<Signal> signals,
            Consumer<StoreHealth> health)
            throws IOException {
        this.settings = settings;
        this.spool = spool;
        this.uplink = uplink;
        this.devices = devices;
        this.signals = signals;
        this.framer = StoreFramer.saving(
                settings.pack(),
                settings.gateway(),
                settings.framing().byNoClock(),
                spool,
                (store, lane, frame) -> spool(frame));
        this.letters = new Letters(settings.store());
        this.gateway = Gateway.ofStore(settings.pack(), framer, keys, letters);
        this.window = new SendWindow(spool, spool::frameBytes, settings.groups(), settings.windowBytes());
        this.hold = new ClockHold(settings.clock().byPublisher());
        this.healthTopic = Topics.gatewayHealth(settings.store(), settings.gateway());
        this.healthTopics = healthTopic.substring(0, healthTopic.lastIndexOf('/') + 1);
        this.report = new HealthReport(devices, health);
        this.pollMillis = Math.min(
                LONGEST_POLL_MILLIS,
                Math.max(SHORTEST_POLL_MILLIS, settings.framing().frameEveryMillis() / 4));
        restore();
    }

    /** Takes up what an earlier run left in the spool. */
    private void restore() throws IOException {
        try {
            if (spool.next() > spool.oldest()) {
                framer.restoreClock(FrameCodec.header(spool.frame(spool.next() - 1)));
            }
            List<Frame> rows = new ArrayList<>();
            for (byte[] encoded : spool.pending()) {
                rows.add(FrameCodec.decode(encoded));
            }
            framer.restore(rows);
        } catch (MalformedFrameException e) {
            throw new IOException("the spool of " + settings.store() + " holds a frame that cannot be read", e);
        }
        savedClockMillis = framer.clockMillis();
    }

    /** Runs until {@code stopping} says so; throws when the disk fails: then all that is in memory is to be forgotten. */
    void run(Stopping stopping) throws IOException, InterruptedException {
        try {
            if (uplink.isUp()) {
                window.up(elapsedMillis());
            }
            while (!stopping.now()) {
                Signal signal = signals.poll(blocked ? SHORTEST_POLL_MILLIS : pollMillis, TimeUnit.MILLISECONDS);
                for (int taken = 1; signal != null; taken++) {
                    handle(signal);
                    signal = taken < MOST_AT_ONCE && takenBytes < MOST_BYTES_AT_ONCE ? signals.poll() : null;
                }
                moveClock();
                commit();
                letters.publish(devices.connection());
                send();
                unpark();
                report.tell(elapsedMillis(), this::health);
            }
            framer.endTallies();
            commit();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether a line should end. */
    interface Stopping {
        boolean now();
    }

    private void handle(Signal signal) {
        if (signal instanceof Signal.Message message) {
            receive(message);
        } else if (signal instanceof Signal.Answer answer) {
            answered(answer);
        } else if (signal instanceof Signal.DevicesUp) {
            hold.connected();
            report.soon();
        } else if (signal instanceof Signal.DevicesDown) {
            hold.disconnected();
            letters.forget();
            saved.clear();
            parked.clear();
            parkedBytes = 0;
        } else if (signal instanceof Signal.UplinkUp) {
            window.up(elapsedMillis());
        } else if (signal instanceof Signal.UplinkDown) {
            window.down();
        }
        gateway.holdClock(hold.held());
    }

    private void answered(Signal.Answer said) {
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

    private void receive(Signal.Message message) {
        Incoming incoming = message.incoming();
        if (incoming.topic().startsWith(healthTopics)) {
            if (incoming.topic().equals(healthTopic)) {
                hold.heard(incoming.payload());
            }
            incoming.acknowledge();
        } else if (parked.isEmpty() && hasRoom(incoming)) {
            take(message);
        } else {
            parked.add(message);
            parkedBytes += incoming.payload().length;
        }
    }

    /** Rows take less room than the messages they come in. */
    private boolean hasRoom(Incoming incoming) {
        return spool.hasRoom(RESERVED_BYTES + takenBytes + incoming.payload().length);
    }

    private void take(Signal.Message message) {
        Incoming incoming = message.incoming();
        takenBytes += incoming.payload().length;
        OptionalLong at = receivedMillis(message);
        if (at.isPresent()) {
            gateway.accept(at.getAsLong(), incoming.topic(), incoming.payload());
        } else {
            gateway.refuse(
                    new DeadLetter(
                            message.atMillis(),
                            incoming.topic(),
                            incoming.payload(),
                            Reason.MISSING_FIELD,
                            "the user property " + GatewayClock.AT
                                    + " is not there, or no number of milliseconds from 2000 to 2100: this gateway goes by the clock of the publisher"));
        }
        if (!letters.take(incoming)) {
            saved.add(incoming);
        }
    }

    private OptionalLong receivedMillis(Signal.Message message) {
        if (!settings.clock().byPublisher()) {
            return OptionalLong.of(message.atMillis());
        }
        String at = message.incoming().userProperty(GatewayClock.AT);
        try {
            long millis = at == null ? Long.MIN_VALUE : Long.parseLong(at);
            return millis < SensorEvent.EARLIEST_MILLIS || millis > SensorEvent.LATEST_MILLIS
                    ? OptionalLong.empty()
                    : OptionalLong.of(millis);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Lets the wall clock go on, unless something older may still be on its way. */
    private void moveClock() {
        long nowMillis = settings.clock().wallMillis();
        if (!settings.clock().byPublisher() && !hold.held() && parked.isEmpty() && signals.isEmpty()) {
            framer.advanceTo(nowMillis);
        }
    }

    /** Events to disk, then acknowledged. */
    private void commit() throws IOException {
        boolean clockMoved = settings.clock().byPublisher() && framer.clockMillis() > savedClockMillis;
        if (framer.unsavedRows() > 0 || clockMoved) {
            spool.appendEvents(framer.takeUnsaved());
            savedClockMillis = framer.clockMillis();
            uncommitted = true;
        }
        commitFrames();
        saved.forEach(Incoming::acknowledge);
        saved.clear();
        takenBytes = 0;
        if (framer.rows() == 0) {
            openedMillis = -1;
        } else if (openedMillis < 0) {
            openedMillis = elapsedMillis();
        }
    }

    private void commitFrames() throws IOException {
        if (uncommitted) {
            spool.commit();
            uncommitted = false;
        }
    }

    private void spool(byte[] frame) {
        try {
            spool.appendFrame(frame);
            uncommitted = true;
            openedMillis = -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A frame to disk, then sent. */
    private void send() throws IOException {
        long nowMillis = elapsedMillis();
        blocked = false;
        if (openedMillis >= 0
                && nowMillis - openedMillis >= settings.framing().frameEveryMillis()
                && window.isOpen(nowMillis)) {
            framer.cut();
            commitFrames();
        }
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
        if (!uplink.tryPublish(framer.lane(), settings.store(), frame, this::answered)) {
            blocked = uplink.isUp();
            return false;
        }
        sentMillis = elapsedMillis();
        return true;
    }

    /** On a thread of the connection. */
    private void answered(@Nullable IOException fault) {
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

    /** Takes what had to wait for room in the spool; when too much waits, leaves the rest with the broker until there is room. */
    private void unpark() throws IOException {
        while (!parked.isEmpty()
                && takenBytes < MOST_BYTES_AT_ONCE
                && hasRoom(parked.element().incoming())) {
            Signal.Message message = parked.remove();
            parkedBytes -= message.incoming().payload().length;
            take(message);
        }
        if (parkedBytes > MOST_PARKED_BYTES && !away) {
            away = true;
            commit();
            devices.leave();
            handle(new Signal.DevicesDown());
        } else if (away && spool.hasRoom(4 * RESERVED_BYTES)) {
            away = false;
            devices.join();
        }
    }

    private StoreHealth health() {
        SortedMap<String, Long> marks = new TreeMap<>();
        for (String group : settings.groups()) {
            Long mark = window.mark(group);
            if (mark != null) {
                marks.put(group, mark);
            }
        }
        long safe = window.findTrim().orElse(spool.oldest());
        return new StoreHealth(
                StoreHealth.ONLINE,
                settings.store(),
                settings.gateway(),
                settings.clock().wallMillis(),
                framer.clockMillis(),
                hold.held(),
                hold.awaited(),
                devices.connection().isUp(),
                !parked.isEmpty() || away,
                new StoreHealth.Uplink(uplink.isUp(), marks, spool.next() - safe),
                new StoreHealth.Spool(
                        spool.epoch(),
                        spool.oldest(),
                        spool.next(),
                        spool.bytes(),
                        settings.spool().maxBytes()),
                StoreHealth.devices(gateway.counts()),
                StoreHealth.rejected(gateway.counts()));
    }

    private static long elapsedMillis() {
        return System.nanoTime() / NANOS_PER_MILLI;
    }
}
