package dev.footfall.events;

import java.util.Optional;
import java.util.OptionalDouble;

/** Things that people did on purpose: coupons, check-ins, calls for help. */
public final class TouchpointColumns extends Columns {
    private static final int CHANNEL = 4;
    private static final int CAMPAIGN = 5;
    private static final int ZONE = 6;
    private static final int LATITUDE = 7;
    private static final int LONGITUDE = 8;

    TouchpointColumns(Table table, Dictionary dictionary) {
        super(Kind.TOUCHPOINT, table, dictionary);
    }

    public String channel(int row) {
        return string(CHANNEL, row);
    }

    public Optional<String> findCampaign(int row) {
        return find(CAMPAIGN, row);
    }

    public Optional<String> findZone(int row) {
        return find(ZONE, row);
    }

    /** Degrees north, WGS 84, to 1e-7. */
    public OptionalDouble findLatitude(int row) {
        return findDegrees(LATITUDE, row);
    }

    /** Degrees east, WGS 84, to 1e-7. */
    public OptionalDouble findLongitude(int row) {
        return findDegrees(LONGITUDE, row);
    }

    private Optional<String> find(int column, int row) {
        return get(column, row) < 0 ? Optional.empty() : Optional.of(string(column, row));
    }

    private OptionalDouble findDegrees(int column, int row) {
        long degrees = get(column, row);
        return degrees == FrameLayout.NOT_SAID ? OptionalDouble.empty() : OptionalDouble.of(degrees / 1e7);
    }
}
