package dev.footfall.gateway.framing;

import dev.footfall.geofences.StorePack;
import java.util.List;

/**
 * The frames of one store of a recording, numbered from 0. Where the store lists several gateways, the events go under the first, and the others send
 * ticks beside its frames.
 */
public final class RecordingFrames implements FrameNumbers {
    private static final String EPOCH = "recording";

    private final List<String> gateways;
    private final FrameSink sink;
    private final StoreFramer framer;
    private long next;

    public RecordingFrames(StorePack pack, Framing framing, FrameSink sink) {
        this.gateways = pack.config().gateways();
        this.sink = sink;
        this.framer = StoreFramer.of(pack, gateways.get(0), framing, this, this::frame);
    }

    /** Where the events go. */
    public StoreFramer framer() {
        return framer;
    }

    /** Cuts what is open and says that nothing follows from any gateway of the store. */
    public void end() {
        framer.endTallies();
        framer.cut();
        tick(Long.MAX_VALUE);
    }

    /** Says, for every gateway of the store, that nothing of before an instant follows. */
    public void tick(long watermarkMillis) {
        gateways.forEach(gateway -> tick(gateway, watermarkMillis));
    }

    private void frame(String store, int lane, byte[] frame) {
        next++;
        sink.frame(store, lane, frame);
        gateways.stream().skip(1).forEach(other -> tick(other, framer.watermarkMillis()));
    }

    private void tick(String gateway, long watermarkMillis) {
        long itsNext = gateway.equals(gateways.get(0)) ? next : 0;
        sink.frame(framer.store(), framer.lane(), framer.tickOf(gateway, itsNext, watermarkMillis));
    }

    @Override
    public String epoch() {
        return EPOCH;
    }

    @Override
    public long next() {
        return next;
    }

    @Override
    public long oldest() {
        return 0;
    }
}
