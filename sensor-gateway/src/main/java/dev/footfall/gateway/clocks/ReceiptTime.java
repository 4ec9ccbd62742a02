package dev.footfall.gateway.clocks;

/** When a message was received, ms since the epoch; a message itself may tell which of two times that is. */
@FunctionalInterface
public interface ReceiptTime {
    /** By what is known. */
    long millis();

    /** The same when it is known that a device, whose clock is {@code device}, tells of {@code latestMillis} in the message. */
    default long millis(String name, DeviceClock device, long latestMillis) {
        return millis();
    }
}
