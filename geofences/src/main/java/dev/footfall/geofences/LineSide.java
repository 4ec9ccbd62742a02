package dev.footfall.geofences;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * On which side of a line a point lies, as JTS decides it. What is plain is decided here, in a few instructions without a call: where the
 * determinant is above what rounding can have done to it, its sign is right. All else is asked of JTS.
 */
final class LineSide {
    /** What JTS holds to be safe; the rounding of the determinant is below 2⁻⁵² of its terms' sum, a fourth of this. */
    private static final double SAFE_SHARE = 1e-15;

    private LineSide() {}

    /** 1 to the left of the line from a to b, −1 to the right, 0 on it. */
    static int of(double ax, double ay, double bx, double by, double x, double y) {
        double left = (ax - x) * (by - y);
        double right = (ay - y) * (bx - x);
        double determinant = left - right;
        if (Math.abs(determinant) > SAFE_SHARE * (Math.abs(left) + Math.abs(right))) {
            return determinant > 0 ? 1 : -1;
        }
        return CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x, y);
    }

    /**
     * 1 when the point lies to the left of the line or on it, 0 otherwise; {@code mirrored} 1 asks for the right instead. Without a branch that
     * depends on the side, which for points in any order nobody can foretell.
     */
    static int covers(int mirrored, double ax, double ay, double bx, double by, double x, double y) {
        double left = (ax - x) * (by - y);
        double right = (ay - y) * (bx - x);
        double determinant = left - right;
        if (Math.abs(determinant) > SAFE_SHARE * (Math.abs(left) + Math.abs(right))) {
            int isRight = (int) (Double.doubleToRawLongBits(determinant) >>> 63);
            return isRight ^ mirrored ^ 1;
        }
        int side = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x, y);
        return side == 0 || (side < 0) == (mirrored == 1) ? 1 : 0;
    }
}
