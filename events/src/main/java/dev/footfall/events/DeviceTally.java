package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * What came of one device over some seconds of receipt, as its gateway saw it. Counts are of that time alone, so they add up.
 *
 * @param device a device that the store lists
 * @param timeMillis when the last of its messages was received, taken or not
 * @param heardMillis when the device itself was last heard: earlier where its broker spoke for it, with a kept status or its last will
 * @param events events in the messages that were taken
 * @param rejected messages that were refused
 * @param skewMillis how far the device's clock is behind, the delay of its messages included; negative when it is ahead; null where nothing tells
 * @param state offline when the last message was a status that said so
 */
public record DeviceTally(
        String device,
        long timeMillis,
        long heardMillis,
        long events,
        long rejected,
        @Nullable Long skewMillis,
        DeviceState state) {
    public DeviceTally {
        Identifiers.check("device", device);
        Ranges.time("timeMillis", timeMillis);
        Ranges.time("heardMillis", heardMillis);
        if (heardMillis > timeMillis) {
            throw new OutOfRangeException("heardMillis", heardMillis, "at most timeMillis = " + timeMillis);
        }
        count("events", events);
        count("rejected", rejected);
    }

    private static void count(String field, long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new OutOfRangeException(field, value, "from 0 to " + Integer.MAX_VALUE);
        }
    }
}
