package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * Whether a device is there, as it says itself or its last will does; {@code battery} in per cent.
 */
public record DeviceStatus(long timeMillis, DeviceState state, @Nullable Double battery, @Nullable String firmware)
        implements SensorEvent {
    public DeviceStatus {
        Ranges.time("time", timeMillis);
        if (battery != null) {
            Ranges.number("battery", battery, 0, 100);
        }
        Ranges.text("firmware", firmware);
    }

    @Override
    public Kind kind() {
        return Kind.STATUS;
    }

    @Override
    public long placeMillis() {
        return timeMillis;
    }

    @Override
    public DeviceStatus shiftedBy(long millis) {
        return new DeviceStatus(timeMillis + millis, state, battery, firmware);
    }
}
