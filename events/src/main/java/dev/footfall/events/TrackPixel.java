package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * Where a camera sees the foot of the person of track {@code id}: pixels of its picture, for the device's calibration to map.
 */
public record TrackPixel(long timeMillis, String id, double u, double v, @Nullable String floor, Role role)
        implements SensorEvent {
    public TrackPixel {
        Ranges.time("time", timeMillis);
        Identifiers.check("id", id);
        Ranges.pixels("u", u);
        Ranges.pixels("v", v);
        Ranges.optionalIdentifier("floor", floor);
    }

    @Override
    public Kind kind() {
        return Kind.TRACK;
    }

    @Override
    public long placeMillis() {
        return timeMillis;
    }

    @Override
    public TrackPixel shiftedBy(long millis) {
        return new TrackPixel(timeMillis + millis, id, u, v, floor, role);
    }
}
