package dev.footfall.gateway.framing;

/** The numbers of the frames of one store: 0, 1, 2, … without holes, under one name. */
public interface FrameNumbers {
    /** The identifier of the sequence; another one means that numbers begin anew. */
    String epoch();

    /** The number of the next frame. */
    long next();

    /** The lowest number of a frame that can still be sent; {@link #next} when none can. */
    long oldest();
}
