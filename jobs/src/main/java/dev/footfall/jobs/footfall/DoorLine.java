package dev.footfall.jobs.footfall;

import dev.footfall.geofences.Door;
import java.math.BigInteger;

/**
 * A door's directed line, asked exactly: in whole micrometres, so that whole millimetres and the decimals of a layout are what they say they
 * are, and a point on the line is on it.
 */
record DoorLine(long ax, long ay, long bx, long by, double length) {
    private static final double MICROMETRES = 1e6;
    private static final long MICROMETRES_PER_MILLIMETRE = 1_000;

    /** Differences up to this, in micrometres, multiply and add up within 64 bits. */
    private static final long SAFE = 2_000_000_000L;

    /** Distances nearer than this to a limit, in micrometres, are compared exactly. */
    private static final double DOUBTFUL = 0.01;

    static DoorLine of(Door door) {
        long ax = Math.round(door.axMetres() * MICROMETRES);
        long ay = Math.round(door.ayMetres() * MICROMETRES);
        long bx = Math.round(door.bxMetres() * MICROMETRES);
        long by = Math.round(door.byMetres() * MICROMETRES);
        return new DoorLine(ax, ay, bx, by, Math.hypot((double) (bx - ax), (double) (by - ay)));
    }

    /** Whether a point, in millimetres, lies to the left of the line's direction; on the line is right. */
    boolean isLeft(int x, int y) {
        return turn(ax, ay, bx, by, micrometres(x), micrometres(y)) > 0;
    }

    /** Whether a point lies at least {@code band} millimetres from the line. */
    boolean isFar(int x, int y, int band) {
        double dx = (double) (bx - ax);
        double dy = (double) (by - ay);
        double px = (double) (micrometres(x) - ax);
        double py = (double) (micrometres(y) - ay);
        double beyond = Math.abs(dx * py - dy * px) / length - (double) micrometres(band);
        if (Math.abs(beyond) > DOUBTFUL) {
            return beyond > 0;
        }
        BigInteger limit = BigInteger.valueOf(micrometres(band));
        BigInteger lengthSquared = square(bx - ax).add(square(by - ay));
        return exactTurn(ax, ay, bx, by, micrometres(x), micrometres(y))
                        .pow(2)
                        .compareTo(limit.pow(2).multiply(lengthSquared))
                >= 0;
    }

    /** Whether the straight line between two points meets the door's own segment, its ends included. */
    boolean isMet(int x0, int y0, int x1, int y1) {
        long px = micrometres(x0);
        long py = micrometres(y0);
        long qx = micrometres(x1);
        long qy = micrometres(y1);
        return overlap(px, qx, ax, bx)
                && overlap(py, qy, ay, by)
                && turn(ax, ay, bx, by, px, py) * turn(ax, ay, bx, by, qx, qy) <= 0
                && turn(px, py, qx, qy, ax, ay) * turn(px, py, qx, qy, bx, by) <= 0;
    }

    private static long micrometres(int millimetres) {
        return millimetres * MICROMETRES_PER_MILLIMETRE;
    }

    private static boolean overlap(long a0, long a1, long b0, long b1) {
        return Math.max(a0, a1) >= Math.min(b0, b1) && Math.max(b0, b1) >= Math.min(a0, a1);
    }

    /** 1 when p lies to the left of the way from a to b, -1 to the right, 0 on it. */
    private static int turn(long ax, long ay, long bx, long by, long px, long py) {
        long dx = bx - ax;
        long dy = by - ay;
        long ex = px - ax;
        long ey = py - ay;
        if (Math.max(Math.max(Math.abs(dx), Math.abs(dy)), Math.max(Math.abs(ex), Math.abs(ey))) <= SAFE) {
            return Long.signum(dx * ey - dy * ex);
        }
        return exactTurn(ax, ay, bx, by, px, py).signum();
    }

    private static BigInteger exactTurn(long ax, long ay, long bx, long by, long px, long py) {
        return BigInteger.valueOf(bx - ax)
                .multiply(BigInteger.valueOf(py - ay))
                .subtract(BigInteger.valueOf(by - ay).multiply(BigInteger.valueOf(px - ax)));
    }

    private static BigInteger square(long value) {
        return BigInteger.valueOf(value).pow(2);
    }
}
