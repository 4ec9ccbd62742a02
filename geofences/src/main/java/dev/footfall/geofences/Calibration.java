package dev.footfall.geofences;

/**
 * A camera's homography: maps a pixel of the foot point to metres in the store frame.
 *
 * <p>{@code [x·w, y·w, w] = H · [u, v, 1]}, H given row by row. A pixel on the horizon ({@code w = 0}) maps to a value
 * that is not finite.
 */
public record Calibration(
        double h11, double h12, double h13, double h21, double h22, double h23, double h31, double h32, double h33) {

    public Calibration {
        double determinant =
                h11 * (h22 * h33 - h23 * h32) - h12 * (h21 * h33 - h23 * h31) + h13 * (h21 * h32 - h22 * h31);
        if (!Double.isFinite(determinant) || determinant == 0) {
            throw new IllegalArgumentException(
                    "homography has determinant " + determinant + " but must be an invertible 3 × 3 matrix");
        }
    }

    /** The x in metres of the floor point seen at pixel (u, v). */
    public double xMetres(double u, double v) {
        return (h11 * u + h12 * v + h13) / depth(u, v);
    }

    /** The y in metres of the floor point seen at pixel (u, v). */
    public double yMetres(double u, double v) {
        return (h21 * u + h22 * v + h23) / depth(u, v);
    }

    private double depth(double u, double v) {
        return h31 * u + h32 * v + h33;
    }
}
