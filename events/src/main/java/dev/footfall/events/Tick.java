package dev.footfall.events;

/** A gateway's word that time passes: its clock and the number {@code next} that its next frame will have; not numbered itself. */
public record Tick(String store, String gateway, String epoch, long next, long oldest, long watermarkMillis)
        implements FrameHead {
    public Tick {
        Identifiers.check("store", store);
        Identifiers.check("gateway", gateway);
        Identifiers.check("epoch", epoch);
        if (oldest < 0 || oldest > next) {
            throw new OutOfRangeException("oldest", oldest, "from 0 to next = " + next);
        }
    }
}
