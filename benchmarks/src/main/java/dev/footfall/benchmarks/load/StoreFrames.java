package dev.footfall.benchmarks.load;

import dev.footfall.events.BeaconPing;
import dev.footfall.events.DeviceTopic;
import dev.footfall.events.Position;
import dev.footfall.events.Receipt;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Touchpoint;
import dev.footfall.events.TrackPoint;
import dev.footfall.gateway.framing.FrameSink;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.framing.RecordingFrames;
import dev.footfall.gateway.framing.StoreFramer;
import dev.footfall.gateway.registry.EventResolver;
import dev.footfall.gateway.registry.RefusedException;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StoreConfig;
import dev.footfall.geofences.StorePack;
import dev.footfall.simulator.chain.ChainStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames of one store of a chain. */
public final class StoreFrames {
    private static final long THREE_DAYS_MILLIS = 3 * 24 * 3_600_000L;

    private final ChainStore store;
    private final FrameSink sink;
    private final StorePack pack;
    private final EventResolver resolver;
    private final RecordingFrames frames;
    private final StoreFramer framer;
    private long sent;
    private long positions;

    /**
     * Those of a store.
     *
     * @param template the pack of its format
     */
    public StoreFrames(ChainStore store, StorePack template, Framing framing, FrameSink sink) {
        this.store = store;
        this.sink = sink;
        this.pack = template;
        this.resolver = new EventResolver(template);
        this.frames = new RecordingFrames(named(template, store.id()), framing, this::send);
        this.framer = frames.framer();
    }

    private static StorePack named(StorePack pack, String id) {
        StoreConfig config = pack.config();
        return new StorePack(
                new StoreConfig(
                        id,
                        config.name(),
                        config.timezone(),
                        config.dayCut(),
                        config.capacity(),
                        config.parameters(),
                        List.of(id),
                        config.devices(),
                        config.funnels()),
                pack.layouts(),
                pack.calendar(),
                pack.definitionsByLayout());
    }

    /** Lets the store live on to an instant; sends what its devices said as a frame, or a tick when they said nothing. */
    public void advance(long untilMillis) {
        long before = sent;
        store.advance(untilMillis, this::take);
        framer.advanceTo(untilMillis);
        framer.cut();
        if (sent == before) {
            frames.tick(framer.watermarkMillis());
        }
    }

    /** Ends it: three days pass in which nothing happens, so that all is final. */
    public void end() {
        framer.endTallies();
        framer.cut();
        frames.tick(framer.clockMillis() + THREE_DAYS_MILLIS);
    }

    private void take(long atMillis, DeviceTopic from, List<SensorEvent> events, boolean retained) {
        framer.advanceTo(atMillis);
        DeviceConfig device = device(from);
        for (SensorEvent event : events) {
            long subject = pseudonym(tag(event));
            framer.add(resolved(event, device), from.device(), subject, subject, 0);
            positions += event instanceof TrackPoint ? 1 : 0;
        }
        framer.tallies().of(from.device()).took(events, atMillis, 0L);
    }

    private DeviceConfig device(DeviceTopic from) {
        return pack.config().devices().stream()
                .filter(each -> each.id().equals(from.device()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such device: " + from.path()));
    }

    private SensorEvent resolved(SensorEvent event, DeviceConfig device) {
        try {
            return resolver.resolve(event, device);
        } catch (RefusedException e) {
            throw new IllegalStateException("a gateway would refuse " + event + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable String tag(SensorEvent event) {
        if (event instanceof TrackPoint point) {
            return point.id();
        } else if (event instanceof ShelfStay stay) {
            return stay.id();
        } else if (event instanceof Position position) {
            return position.tag();
        } else if (event instanceof BeaconPing ping) {
            return ping.tag();
        } else if (event instanceof Receipt receipt) {
            return receipt.tag();
        } else if (event instanceof Touchpoint touchpoint) {
            return touchpoint.tag();
        }
        return null;
    }

    /** A number as good as a gateway's, at a price that does not count: this is not what is measured. */
    private long pseudonym(@Nullable String tag) {
        if (tag == null) {
            return 0;
        }
        long hash = store.salt();
        for (int i = 0; i < tag.length(); i++) {
            hash = (hash ^ tag.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }

    private void send(String id, int lane, byte[] frame) {
        sent++;
        sink.frame(id, lane, frame);
    }

    /** The store. */
    public String store() {
        return store.id();
    }

    /** Frames and ticks sent so far. */
    public long sent() {
        return sent;
    }

    /** Positions in the frames so far, those of the open one too. */
    public long positions() {
        return positions;
    }
}
