package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did on purpose: took a coupon, checked in, rang for help. {@code latitude} and
 * {@code longitude} are WGS 84 degrees, both or neither.
 */
public record Touchpoint(
        long timeMillis,
        String channel,
        @Nullable String campaign,
        @Nullable String tag,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String zone)
        implements SensorEvent {
    public Touchpoint {
        Ranges.time("time", timeMillis);
        Identifiers.check("channel", channel);
        Ranges.optionalIdentifier("campaign", campaign);
        Ranges.optionalIdentifier("tag", tag);
        if ((latitude == null) != (longitude == null)) {
            throw new OutOfRangeException("lat, lon", latitude + ", " + longitude, "both given or neither");
        }
        if (latitude != null && longitude != null) {
            Ranges.number("lat", latitude, -90, 90);
            Ranges.number("lon", longitude, -180, 180);
        }
        Ranges.optionalIdentifier("zone", zone);
    }

    @Override
    public Kind kind() {
        return Kind.TOUCHPOINT;
    }

    @Override
    public long placeMillis() {
        return timeMillis;
    }

    @Override
    public Touchpoint shiftedBy(long millis) {
        return new Touchpoint(timeMillis + millis, channel, campaign, tag, latitude, longitude, zone);
    }
}
