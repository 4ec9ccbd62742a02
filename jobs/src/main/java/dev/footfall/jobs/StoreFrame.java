package dev.footfall.jobs;

/**
 * A frame or tick on its way to its store's operators, still encoded.
 *
 * @param store the key
 * @param bytes as the gateway sent it
 */
@SuppressWarnings("ArrayRecordComponent") // a Flink type that nobody compares
public record StoreFrame(String store, byte[] bytes) {}
