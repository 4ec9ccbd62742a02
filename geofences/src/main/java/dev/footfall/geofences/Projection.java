package dev.footfall.geofences;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** How the positions of a file become metres of the store frame, and how faults tell them in the file's own terms. */
final class Projection {

    private final @Nullable Georeference earth;

    private Projection(@Nullable Georeference earth) {
        this.earth = earth;
    }

    /** Positions are metres already. */
    static Projection metres() {
        return new Projection(null);
    }

    /** Positions are WGS 84 longitude and latitude. */
    static Projection degrees(Georeference earth) {
        return new Projection(earth);
    }

    /** A position of the file in metres. */
    Coordinate metres(double first, double second) {
        return earth == null
                ? new Coordinate(first, second)
                : new Coordinate(earth.x(first, second), earth.y(first, second));
    }

    /** The largest magnitudes a position may have. */
    double farthest(int axis) {
        return earth == null ? Grid.FARTHEST_METRES : axis == 0 ? 180 : 90;
    }

    /** A point of the frame as the file would write it. */
    String text(Coordinate metres) {
        if (earth == null) {
            return String.format(Locale.ROOT, "(%s, %s)", rounded(metres.x, 1e3), rounded(metres.y, 1e3));
        }
        double longitude = earth.longitude(metres.x, metres.y);
        double latitude = earth.latitude(metres.x, metres.y);
        return String.format(Locale.ROOT, "(%s, %s)", rounded(longitude, 1e8), rounded(latitude, 1e8));
    }

    private static double rounded(double value, double perUnit) {
        return Math.rint(value * perUnit) / perUnit;
    }
}
