package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * Where a locating system sees a tag: metres in the store frame; {@code accuracyMetres} is one standard deviation.
 */
public record Position(
        long timeMillis, String tag, double x, double y, @Nullable String floor, @Nullable Double accuracyMetres)
        implements SensorEvent {
    public Position {
        Ranges.time("time", timeMillis);
        Identifiers.check("tag", tag);
        Ranges.metres("x", x);
        Ranges.metres("y", y);
        Ranges.optionalIdentifier("floor", floor);
        if (accuracyMetres != null) {
            Ranges.number("accuracy", accuracyMetres, 0, Ranges.MAX_METRES);
        }
    }

    @Override
    public Kind kind() {
        return Kind.POSITION;
    }

    @Override
    public long placeMillis() {
        return timeMillis;
    }

    @Override
    public Position shiftedBy(long millis) {
        return new Position(timeMillis + millis, tag, x, y, floor, accuracyMetres);
    }
}
