package dev.footfall.simulator;

/**
 * What a device publishes.
 *
 * @param atMillis when it is received, milliseconds since the epoch
 * @param topic the device's topic
 * @param payload JSON, UTF-8; not to be changed
 * @param retained whether the broker keeps it for who comes later, as it does a device's status
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, and never compared
public record Message(long atMillis, String topic, byte[] payload, boolean retained) {}
