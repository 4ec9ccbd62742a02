package dev.footfall.events;

/** The head of a frame: {@code seq} is its number in the spool {@code epoch} of (store, gateway). */
public record FrameHeader(String store, String gateway, String epoch, long seq, long oldest, long watermarkMillis)
        implements FrameHead {
    public FrameHeader {
        Identifiers.check("store", store);
        Identifiers.check("gateway", gateway);
        Identifiers.check("epoch", epoch);
        if (oldest < 0 || oldest > seq) {
            throw new OutOfRangeException("oldest", oldest, "from 0 to seq = " + seq);
        }
    }
}
