package dev.footfall.gateway;

/** Who takes recorded or received traffic. */
public interface Messages {
    /** A message that a device published: when it was received, ms since the epoch, on which topic, and what it said. */
    void accept(long atMillis, String topic, byte[] payload);

    /** Something that was found where a message should have been. */
    void refuse(DeadLetter letter);
}
