package dev.footfall.floorboard;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.locationtech.jts.geom.Coordinate;

/** A place on a floor in metres of the store frame, rounded to millimetres; as JSON {@code [x, y]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Position(double x, double y) {
    private static final double PER_METRE = 1_000;

    static Position of(Coordinate metres) {
        return new Position(rounded(metres.x), rounded(metres.y));
    }

    static double rounded(double metres) {
        return Math.rint(metres * PER_METRE) / PER_METRE;
    }
}
