package dev.footfall.events;

/** Whether a device says it is there; the order is that of their numbers in frames. */
public enum DeviceState {
    ONLINE,
    OFFLINE
}
