package dev.footfall.jobs;

/**
 * A frame or tick on its way to its store's operators, still encoded.
 *
 * @param store the key
 * @param bytes as the gateway sent it
 * @param duplicates frames of this gateway that came again since the one before
 * @param gaps frames that the gateway could not send any more, since the one before
 */
@SuppressWarnings("ArrayRecordComponent") // a Flink type that nobody compares
public record StoreFrame(String store, byte[] bytes, long duplicates, long gaps) {
    /** A frame or tick before which nothing was lost or repeated. */
    public StoreFrame(String store, byte[] bytes) {
        this(store, bytes, 0, 0);
    }
}
