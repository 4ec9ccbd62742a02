package dev.footfall.gateway.framing;

import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.Tick;
import dev.footfall.events.Topics;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StoreConfig;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import java.util.List;

/**
 * The frames of one store.
 *
 * <p>A frame is cut when it is full, when it has been open for long enough, and before an event of another store day. Its
 * watermark is the store's clock, the latest time of receipt before the cut, less the longest slack of the store's devices.
 * Where the store lists several gateways, the events go under the first and the others send ticks beside its frames.
 */
public final class StoreFramer {
    private final StorePack pack;
    private final Framing framing;
    private final FrameSink sink;
    private final String store;
    private final int lane;
    private final long slackMillis;
    private final FrameBuilder frame = new FrameBuilder();
    private long clockMillis = SensorEvent.EARLIEST_MILLIS;
    private long openedMillis;
    private StoreDay day;
    private long next;

    public StoreFramer(StorePack pack, Framing framing, FrameSink sink) {
        StoreConfig config = pack.config();
        this.pack = pack;
        this.framing = framing;
        this.sink = sink;
        this.store = config.store();
        this.lane = Topics.lane(store, framing.lanes());
        this.slackMillis = framing.slackTimes()
                * config.devices().stream()
                        .mapToLong(DeviceConfig::slackMillis)
                        .max()
                        .orElse(0);
        this.day = pack.calendar().dayOf(clockMillis);
    }

    /** Moves the clock to a time of receipt, which cuts a frame that has been open for long enough; never moves it back. */
    public void advanceTo(long atMillis) {
        if (frame.rows() > 0 && atMillis - openedMillis >= framing.frameEveryMillis()) {
            cut();
        }
        clockMillis = Math.max(clockMillis, atMillis);
    }

    /**
     * Adds a resolved event.
     *
     * @param subject its pseudonym, 0 for none
     * @param enteredSubject of a shelf stay, the pseudonym in the store day in which it began; else the same
     */
    public void add(SensorEvent event, String device, long subject, long enteredSubject) {
        if (frame.rows() > 0
                && (!day.contains(event.placeMillis())
                        || frame.sizeEstimate() + FrameBuilder.MAX_ROW_BYTES > framing.frameBytes())) {
            cut();
        }
        if (frame.rows() == 0) {
            openedMillis = clockMillis;
            day = pack.calendar().dayOf(event.placeMillis());
        }
        Rows.add(event, device, subject, enteredSubject, frame);
    }

    /** Cuts what is open and says that nothing follows from any gateway of the store. */
    public void close() {
        if (frame.rows() > 0) {
            cut();
        }
        for (String gateway : pack.config().gateways()) {
            tick(gateway, Long.MAX_VALUE);
        }
    }

    private void cut() {
        List<String> gateways = pack.config().gateways();
        long watermarkMillis = clockMillis - slackMillis;
        long seq = next++;
        FrameHeader header = new FrameHeader(store, gateways.get(0), framing.epoch(), seq, 0, watermarkMillis);
        sink.frame(store, lane, frame.encode(header));
        for (String other : gateways.subList(1, gateways.size())) {
            tick(other, watermarkMillis);
        }
    }

    private void tick(String gateway, long watermarkMillis) {
        long itsNext = gateway.equals(pack.config().gateways().get(0)) ? next : 0;
        sink.frame(
                store, lane, FrameCodec.encode(new Tick(store, gateway, framing.epoch(), itsNext, 0, watermarkMillis)));
    }
}
