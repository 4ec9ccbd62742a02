package dev.footfall.gateway;

import dev.footfall.events.DeviceStatus;
import dev.footfall.events.DeviceTopic;
import dev.footfall.events.EventJson;
import dev.footfall.events.Frame;
import dev.footfall.events.Kind;
import dev.footfall.events.MalformedEventException;
import dev.footfall.events.Reason;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Topics;
import dev.footfall.gateway.clocks.DeviceClock;
import dev.footfall.gateway.clocks.ReceiptTime;
import dev.footfall.gateway.framing.FrameSink;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.framing.RecordingFrames;
import dev.footfall.gateway.framing.StoreFramer;
import dev.footfall.gateway.framing.Tallies;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.registry.RefusedException;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns the messages of devices into frames, for any number of stores.
 *
 * <p>A message is checked against its topic, the registry, its kind and the layout of its time; what does not pass goes whole
 * to the dead letters. The clock of a store is the latest time at which a message for it was received and taken. Belongs to one
 * thread.
 */
public final class Gateway implements Messages, AutoCloseable {
    private final Stores finder;
    private final DeadLetters deadLetters;
    private final EventJson json = new EventJson();
    private final Map<String, StoreTraffic> stores = new TreeMap<>();
    private final Map<String, Route> routes = new HashMap<>();
    private final Counts counts = new Counts();

    private boolean clockHeld;

    private Gateway(Stores finder, DeadLetters deadLetters) {
        this.finder = finder;
        this.deadLetters = deadLetters;
    }

    /** Where the stores are found that messages are for. */
    private interface Stores {
        Optional<StoreTraffic> find(String store);
    }

    /** The gateway that heard a recording: of all stores, its frames numbered from 0. {@link #close} ends them. */
    public static Gateway ofRecording(
            StorePacks packs, Framing framing, StoreKeys keys, FrameSink frames, DeadLetters deadLetters) {
        return new Gateway(
                store -> packs.find(store).map(pack -> {
                    RecordingFrames recording = new RecordingFrames(pack, framing, frames);
                    return new StoreTraffic(pack, recording.framer(), recording::end, keys);
                }),
                deadLetters);
    }

    /** The gateway of one store, whose frames are cut by {@code framer}. */
    public static Gateway ofStore(StorePack pack, StoreFramer framer, StoreKeys keys, DeadLetters deadLetters) {
        Runnable ending = () -> {
            framer.endTallies();
            framer.cut();
        };
        StoreTraffic traffic = new StoreTraffic(pack, framer, ending, keys);
        return new Gateway(
                store -> Optional.of(traffic)
                        .filter(it -> store.equals(pack.config().store())),
                deadLetters);
    }

    /** Whether the clocks of stores stand still: messages are taken, and do not move them. */
    public void holdClock(boolean held) {
        clockHeld = held;
    }

    @Override
    public void accept(long atMillis, String topic, byte[] payload) {
        accept(() -> atMillis, topic, payload);
    }

    /** Takes a message whose time of receipt may depend on what it says. */
    public void accept(ReceiptTime received, String topic, byte[] payload) {
        accept(received, topic, payload, false);
    }

    /**
     * Takes a message that its broker had kept from before we listened. A status of that kind tells how the device is, but not that it was heard: everything it said while we listened we have.
     */
    public void acceptKept(ReceiptTime received, String topic, byte[] payload) {
        accept(received, topic, payload, true);
    }

    private void accept(ReceiptTime received, String topic, byte[] payload, boolean kept) {
        Route route = null;
        try {
            route = route(topic);
            List<SensorEvent> events = json.decode(route.kind, payload);
            long latestMillis = latestMillis(events);
            long atMillis = events.isEmpty()
                    ? received.millis()
                    : received.millis(route.device.id(), route.clock, latestMillis);
            long shiftMillis = events.isEmpty() ? 0 : shiftMillis(route, events, atMillis, latestMillis, clockHeld);
            List<SensorEvent> told = kept && route.kind == Kind.STATUS ? List.of() : events;
            route.traffic.add(told, route.device, atMillis, shiftMillis, !clockHeld);
            route.counts.took(events.size(), atMillis);
            route.counts.skewIs(route.clock.findSkewMillis());
            route.tally.took(events, atMillis, route.clock.findSkewMillis());
        } catch (MalformedEventException e) {
            refuse(route, new DeadLetter(received.millis(), topic, payload, e.reason(), e.detail()));
        } catch (RefusedException e) {
            refuse(route, new DeadLetter(received.millis(), topic, payload, e.reason(), e.detail()));
        }
    }

    private static long latestMillis(List<SensorEvent> events) {
        long latestMillis = SensorEvent.EARLIEST_MILLIS;
        for (SensorEvent event : events) {
            latestMillis = Math.max(latestMillis, event.placeMillis());
        }
        return latestMillis;
    }

    /** While older messages may follow, how long one was on its way says nothing. */
    private static long shiftMillis(
            Route route, List<SensorEvent> events, long atMillis, long latestMillis, boolean clockHeld)
            throws RefusedException {
        OptionalLong shift = route.clock.findShift(atMillis, latestMillis, !clockHeld && tellNow(events));
        if (shift.isEmpty()) {
            throw new RefusedException(
                    Reason.CLOCK_SKEW,
                    "the message tells of " + Instant.ofEpochMilli(latestMillis) + " and came at "
                            + Instant.ofEpochMilli(atMillis) + ": set the clock of device " + route.device.id());
        }
        return shift.getAsLong();
    }

    private static boolean tellNow(List<SensorEvent> events) {
        for (SensorEvent event : events) {
            if (tellsNow(event)) {
                return true;
            }
        }
        return false;
    }

    /** A status may have been kept by its broker, and a stay that is not over tells of its beginning. */
    private static boolean tellsNow(SensorEvent event) {
        return !(event instanceof DeviceStatus || (event instanceof ShelfStay stay && stay.leftMillis() == null));
    }

    /** Judges what comes from now on by these layouts of a store, each by that of its own time; nothing else of the pack is taken. */
    public void useLayouts(StorePack pack) {
        findTraffic(pack.config().store()).ifPresent(traffic -> traffic.useLayouts(pack));
    }

    /** Takes up what rows of an earlier run say of the clocks of their devices. */
    public void restoreClocks(String store, Frame rows) {
        findTraffic(store).ifPresent(traffic -> traffic.restoreClocks(rows));
    }

    @Override
    public void refuse(DeadLetter letter) {
        refuse(null, letter);
    }

    /** What was taken and refused so far. */
    public Counts counts() {
        return counts;
    }

    /** Cuts all open frames; of a recording says, for every store that was heard, that nothing follows. */
    @Override
    public void close() {
        stores.values().forEach(store -> store.ending.run());
    }

    private void refuse(@Nullable Route route, DeadLetter letter) {
        counts.refuse(letter.reason(), route == null ? null : route.counts);
        if (route != null) {
            route.counts.skewIs(route.clock.findSkewMillis());
            route.tally.refused(letter.timeMillis(), route.clock.findSkewMillis());
        }
        deadLetters.letter(letter);
    }

    /** Where messages on a topic go. */
    private record Route(
            StoreTraffic traffic,
            Kind kind,
            DeviceConfig device,
            DeviceClock clock,
            Counts.DeviceCounts counts,
            Tallies.Device tally) {}

    /** Finds the way of a topic. */
    private Route route(String topic) throws RefusedException {
        Route known = routes.get(topic);
        if (known != null) {
            return known;
        }
        DeviceTopic parsed = Topics.parse(topic).orElseThrow(() -> unknownTopic(topic));
        StoreTraffic traffic = traffic(parsed.store());
        DeviceConfig device = traffic.registry.device(parsed.kind(), parsed.device());
        Route route = new Route(
                traffic,
                parsed.kind(),
                device,
                traffic.clock(parsed.device()),
                counts.of(parsed.store(), parsed.device()),
                traffic.tallies().of(parsed.device()));
        routes.put(topic, route);
        return route;
    }

    private StoreTraffic traffic(String store) throws RefusedException {
        return findTraffic(store)
                .orElseThrow(() -> new RefusedException(
                        Reason.UNKNOWN_STORE, "there is no store pack " + store + ", or it has errors"));
    }

    private Optional<StoreTraffic> findTraffic(String store) {
        Optional<StoreTraffic> known = Optional.ofNullable(stores.get(store));
        if (known.isPresent()) {
            return known;
        }
        Optional<StoreTraffic> found = finder.find(store);
        found.ifPresent(traffic -> stores.put(store, traffic));
        return found;
    }

    private static RefusedException unknownTopic(String topic) {
        return new RefusedException(
                Reason.UNKNOWN_TOPIC,
                "topic " + topic + " is not " + Topics.ROOT + "/{store}/{kind}/{device} with a kind of "
                        + String.join(
                                ", ",
                                Arrays.stream(Kind.values())
                                        .map(Kind::topicName)
                                        .toList()));
    }
}
