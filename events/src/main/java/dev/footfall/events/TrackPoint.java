package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * Where a camera sees the person of track {@code id}: metres in the store frame, x to the right, y up.
 */
public record TrackPoint(long timeMillis, String id, double x, double y, @Nullable String floor, Role role)
        implements SensorEvent {
    public TrackPoint {
        Ranges.time("time", timeMillis);
        Identifiers.check("id", id);
        Ranges.metres("x", x);
        Ranges.metres("y", y);
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
    public TrackPoint shiftedBy(long millis) {
        return new TrackPoint(timeMillis + millis, id, x, y, floor, role);
    }
}
