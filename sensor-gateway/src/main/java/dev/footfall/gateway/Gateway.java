package dev.footfall.gateway;

import dev.footfall.events.DeviceTopic;
import dev.footfall.events.EventJson;
import dev.footfall.events.Kind;
import dev.footfall.events.MalformedEventException;
import dev.footfall.events.Reason;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.Topics;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Route route = null;
        try {
            route = route(topic);
            List<SensorEvent> events = json.decode(route.kind, payload);
            route.traffic.add(events, route.device, atMillis, !clockHeld);
            route.counts.took(events, atMillis);
            route.tally.took(events, atMillis);
        } catch (MalformedEventException e) {
            refuse(route, new DeadLetter(atMillis, topic, payload, e.reason(), e.detail()));
        } catch (RefusedException e) {
            refuse(route, new DeadLetter(atMillis, topic, payload, e.reason(), e.detail()));
        }
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
            route.tally.refused(letter.timeMillis());
        }
        deadLetters.letter(letter);
    }

    /** Where messages on a topic go. */
    private record Route(
            StoreTraffic traffic, Kind kind, DeviceConfig device, Counts.DeviceCounts counts, Tallies.Device tally) {}

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
                counts.of(parsed.store(), parsed.device()),
                traffic.tallies().of(parsed.device()));
        routes.put(topic, route);
        return route;
    }

    private StoreTraffic traffic(String store) throws RefusedException {
        StoreTraffic traffic = stores.get(store);
        if (traffic == null) {
            traffic = finder.find(store)
                    .orElseThrow(() -> new RefusedException(
                            Reason.UNKNOWN_STORE, "there is no store pack " + store + ", or it has errors"));
            stores.put(store, traffic);
        }
        return traffic;
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
