package dev.footfall.gateway.framing;

/** Where frames and ticks go, in the order of their numbers for each store. */
@FunctionalInterface
public interface FrameSink {
    /** A frame or a tick as CBOR. */
    void frame(String store, int lane, byte[] frame);
}
