package dev.footfall.events;

/**
 * What can be known of a message on a lane without reading its body.
 *
 * <p>A gateway numbers its frames for a store from 0 without holes for as long as its spool, named {@code epoch}, lives.
 */
public sealed interface FrameHead permits FrameHeader, Tick {
    String store();

    String gateway();

    String epoch();

    /** The lowest number of a frame that the gateway can still send. */
    long oldest();

    /** No event older than this, in ms since the epoch, follows from this gateway. */
    long watermarkMillis();
}
