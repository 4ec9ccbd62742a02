package dev.footfall.gateway.live;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Reason;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.Topics;
import dev.footfall.gateway.DeadLetter;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.clocks.ReceiptTime;
import dev.footfall.gateway.clocks.StoreTime;
import dev.footfall.gateway.framing.StoreFramer;
import dev.footfall.gateway.health.StoreHealth;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.settings.GatewayClock;
import dev.footfall.gateway.spool.StoreSpool;
import dev.footfall.gateway.uplink.Uplink;
import dev.footfall.mqtt.Incoming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The line of one store, from its broker to its spool; a {@link FrameSender} is its other half. Runs on one thread until it is told to stop or the disk fails.
 *
 * <p>Longer than other files because the order of its steps is the promise: events to disk, then acknowledged; a frame to disk, then sent.
 */
final class StoreLine {
    private static final int MOST_AT_ONCE = 5_000;
    private static final long MOST_PARKED_BYTES = 16L << 20;
    private static final int MOST_BYTES_AT_ONCE = 1 << 20;
    private static final int RESERVED_BYTES = 64 * 1024;
    /** In so many frames at the end lies all that a broker may send again, which must get the same times again. */
    private static final int FRAMES_SENT_AGAIN = 16;

    private static final long LONGEST_POLL_MILLIS = 250;
    private static final long SHORTEST_POLL_MILLIS = 5;

    private final LineSettings settings;
    private final StoreSpool spool;
    private final StoreDevices devices;
    private final BlockingQueue<Signal> signals;
    private final StoreFramer framer;
    private final Gateway gateway;
    private final Letters letters;
    private final FrameSender sender;
    private final ClockHold hold;
    private final String healthTopic;
    private final String healthTopics;
    private final HealthReport report;
    private final StoreTime time;
    private final DiskGate disk;
    private final Layouts layouts;
    private final List<Incoming> saved = new ArrayList<>();
    private final Deque<Signal.Message> parked = new ArrayDeque<>();
    private final long pollMillis;
    private long parkedBytes;
    private int takenBytes;
    private boolean away;
    private boolean uncommitted;
    private long savedClockMillis;
    private long openedMillis = -1;

    StoreLine(
            LineSettings settings,
            StoreKeys keys,
            StoreSpool spool,
            Uplink uplink,
            StoreDevices devices,
            BlockingQueue<Signal> signals,
            Consumer<StoreHealth> health,
            @Nullable String diskFault)
            throws IOException {
        this.settings = settings;
        this.spool = spool;
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
        this.layouts = new Layouts(settings.packs(), settings.pack(), gateway);
        this.sender = new FrameSender(settings, spool, framer, uplink, signals);
        this.hold = new ClockHold(settings.clock().byPublisher());
        this.healthTopic = Topics.gatewayHealth(settings.store(), settings.gateway());
        this.healthTopics = healthTopic.substring(0, healthTopic.lastIndexOf('/') + 1);
        this.report = new HealthReport(devices, health);
        this.pollMillis = Math.min(
                LONGEST_POLL_MILLIS,
                Math.max(SHORTEST_POLL_MILLIS, settings.framing().frameEveryMillis() / 4));
        this.disk = new DiskGate(diskFault, FrameSender.elapsedMillis());
        restore();
        long wallMillis = settings.clock().wallMillis();
        this.time = new StoreTime(
                settings.clock().elapsedMillis(),
                settings.clock().byPublisher() ? wallMillis : Math.max(wallMillis, framer.clockMillis()));
    }

    /** Takes up what an earlier run left in the spool. */
    private void restore() throws IOException {
        try {
            for (long seq = Math.max(spool.oldest(), spool.next() - FRAMES_SENT_AGAIN); seq < spool.next(); seq++) {
                Frame frame = FrameCodec.decode(spool.frame(seq));
                framer.restoreClock(frame.header());
                gateway.restoreClocks(settings.store(), frame);
            }
            List<Frame> rows = new ArrayList<>();
            for (byte[] encoded : spool.pending()) {
                rows.add(FrameCodec.decode(encoded));
            }
            framer.restore(rows);
            rows.forEach(each -> gateway.restoreClocks(settings.store(), each));
        } catch (MalformedFrameException e) {
            throw new IOException("the spool of " + settings.store() + " holds a frame that cannot be read", e);
        }
        savedClockMillis = framer.clockMillis();
    }

    /** Runs until {@code stopping} says so; throws when the disk fails: then all that is in memory is to be forgotten. */
    void run(Stopping stopping) throws IOException, InterruptedException {
        try {
            sender.start();
            while (!stopping.now()) {
                layouts.look();
                Signal signal =
                        signals.poll(sender.isBlocked() ? SHORTEST_POLL_MILLIS : pollMillis, TimeUnit.MILLISECONDS);
                for (int taken = 1; signal != null; taken++) {
                    time.look(settings.clock().elapsedMillis(), settings.clock().wallMillis());
                    handle(signal);
                    signal = taken < MOST_AT_ONCE && takenBytes < MOST_BYTES_AT_ONCE ? signals.poll() : null;
                }
                disk.look(spool, FrameSender.elapsedMillis());
                moveClock();
                commit();
                letters.publish(devices.connection());
                send();
                unpark();
                report.tell(FrameSender.elapsedMillis(), this::health);
            }
            if (!disk.isClosed()) {
                framer.endTallies();
                commit();
            }
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
            sender.answered(answer);
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
            sender.up();
        } else if (signal instanceof Signal.UplinkDown) {
            sender.down();
        }
        gateway.holdClock(hold.held());
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
        return !disk.isClosed() && spool.hasRoom(RESERVED_BYTES + takenBytes + incoming.payload().length);
    }

    private void take(Signal.Message message) {
        Incoming incoming = message.incoming();
        takenBytes += incoming.payload().length;
        OptionalLong at = settings.clock().byPublisher() ? publishedMillis(incoming) : OptionalLong.empty();
        if (at.isPresent()) {
            accept(() -> at.getAsLong(), incoming);
        } else if (!settings.clock().byPublisher()) {
            accept(time.at(message.elapsedMillis()), incoming);
        } else {
            gateway.refuse(
                    new DeadLetter(
                            time.millis(message.elapsedMillis()),
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

    private void accept(ReceiptTime received, Incoming incoming) {
        if (incoming.retained()) {
            gateway.acceptKept(received, incoming.topic(), incoming.payload());
        } else {
            gateway.accept(received, incoming.topic(), incoming.payload());
        }
    }

    private static OptionalLong publishedMillis(Incoming incoming) {
        String at = incoming.userProperty(GatewayClock.AT);
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
        if (disk.isClosed()) {
            return; // it would put tallies and frames on the disk
        }
        time.look(settings.clock().elapsedMillis(), settings.clock().wallMillis());
        long nowMillis = time.millis(settings.clock().elapsedMillis());
        if (!settings.clock().byPublisher() && !hold.held() && parked.isEmpty() && signals.isEmpty()) {
            framer.advanceTo(nowMillis);
        }
    }

    /** Events to disk, then acknowledged. */
    private void commit() throws IOException {
        if (disk.isClosed()) {
            return; // nothing was taken
        }
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
            openedMillis = FrameSender.elapsedMillis();
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
        if (openedMillis >= 0
                && !disk.isClosed()
                && FrameSender.elapsedMillis() - openedMillis
                        >= settings.framing().frameEveryMillis()
                && sender.isOpen()) {
            framer.cut();
            commitFrames();
        }
        if (disk.isClosed() && uncommitted) {
            return; // a frame that was cut of an earlier run's rows is not on the disk
        }
        sender.send();
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
        if (parkedBytes > MOST_PARKED_BYTES && !away && devices.connection().isUp()) {
            away = true;
            commit();
            devices.leave(health());
            handle(new Signal.DevicesDown());
        } else if (away && !disk.isClosed() && spool.hasRoom(4 * RESERVED_BYTES)) {
            away = false;
            devices.join();
        }
    }

    /** Whether what waits, waits for room, and not just for what was taken before it. */
    private boolean isFull() {
        Signal.Message next = parked.peek();
        return away
                || disk.isClosed()
                || (next != null
                        && !spool.hasRoom(RESERVED_BYTES + next.incoming().payload().length));
    }

    private StoreHealth health() {
        return new StoreHealth(
                StoreHealth.ONLINE,
                settings.store(),
                settings.gateway(),
                settings.clock().wallMillis(),
                framer.clockMillis(),
                settings.clock().byPublisher() ? 0 : time.stepMillis(),
                hold.held(),
                hold.awaited(),
                devices.connection().isUp(),
                isFull(),
                disk.fault(),
                sender.health(),
                new StoreHealth.Spool(
                        spool.epoch(),
                        spool.oldest(),
                        spool.next(),
                        spool.bytes(),
                        settings.spool().maxBytes()),
                StoreHealth.devices(gateway.counts()),
                StoreHealth.rejected(gateway.counts()));
    }
}
