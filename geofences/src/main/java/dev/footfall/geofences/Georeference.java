package dev.footfall.geofences;

/**
 * Where a store frame lies on the earth: longitude and latitude as linear functions of x and y.
 *
 * <p>Around an anchor that is the local equirectangular map with the WGS 84 ellipsoid's radii of curvature at the anchor:
 * good to centimetres over a shopping centre. A layout without an anchor is laid around (0°, 0°) at 0.001° per metre,
 * so that a map panel shows it large.
 *
 * @param longitude of the frame's origin, degrees
 * @param latitude of the frame's origin, degrees
 * @param longitudePerX degrees per metre, and so on
 */
public record Georeference(
        double longitude,
        double latitude,
        double longitudePerX,
        double longitudePerY,
        double latitudePerX,
        double latitudePerY) {

    private static final double EQUATORIAL_RADIUS_METRES = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    /** A frame without an anchor. */
    public static final Georeference NONE = new Georeference(0, 0, 0.001, 0, 0, 0.001);

    public Georeference {
        double determinant = longitudePerX * latitudePerY - longitudePerY * latitudePerX;
        if (!Double.isFinite(longitude + latitude + determinant) || determinant == 0) {
            throw new IllegalArgumentException(
                    "georeference at longitude " + longitude + ", latitude " + latitude + " must be invertible");
        }
    }

    /**
     * The frame whose origin lies at the anchor.
     *
     * @param bearingDegrees clockwise from north to the frame's y axis
     */
    public static Georeference anchored(double longitude, double latitude, double bearingDegrees) {
        double sine = Math.sin(Math.toRadians(latitude));
        double shape = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double northRadius = EQUATORIAL_RADIUS_METRES * (1 - ECCENTRICITY_SQUARED) / (shape * Math.sqrt(shape));
        double eastRadius = EQUATORIAL_RADIUS_METRES / Math.sqrt(shape) * Math.cos(Math.toRadians(latitude));
        double perNorth = Math.toDegrees(1 / northRadius);
        double perEast = Math.toDegrees(1 / eastRadius);
        double east = Math.sin(Math.toRadians(bearingDegrees));
        double north = Math.cos(Math.toRadians(bearingDegrees));
        return new Georeference(
                longitude, latitude, north * perEast, east * perEast, -east * perNorth, north * perNorth);
    }

    /** Degrees of longitude of a point of the frame (metres). */
    public double longitude(double x, double y) {
        return longitude + longitudePerX * x + longitudePerY * y;
    }

    /** Degrees of latitude of a point of the frame (metres). */
    public double latitude(double x, double y) {
        return latitude + latitudePerX * x + latitudePerY * y;
    }

    /** The x in metres of a place on the earth (degrees). */
    public double x(double atLongitude, double atLatitude) {
        return ((atLongitude - longitude) * latitudePerY - (atLatitude - latitude) * longitudePerY) / determinant();
    }

    /** The y in metres of a place on the earth (degrees). */
    public double y(double atLongitude, double atLatitude) {
        return ((atLatitude - latitude) * longitudePerX - (atLongitude - longitude) * latitudePerX) / determinant();
    }

    private double determinant() {
        return longitudePerX * latitudePerY - longitudePerY * latitudePerX;
    }
}
