package dev.footfall.jobs.oracle;

import java.math.BigDecimal;
import java.math.MathContext;

/** A point in metres, in decimals that lose nothing. */
record Spot(BigDecimal x, BigDecimal y) {

    /** For quotients: far finer than any two different quotients of what is measured here. */
    static final MathContext HUNDRED_DIGITS = new MathContext(100);

    /** The decimals as they are written. */
    static Spot written(double x, double y) {
        return new Spot(BigDecimal.valueOf(x), BigDecimal.valueOf(y));
    }

    /** The binary numbers as the machine, and so JTS, takes them; they differ from the decimals by less than 1e-15. */
    static Spot binary(double x, double y) {
        return new Spot(new BigDecimal(x), new BigDecimal(y));
    }

    Spot minus(Spot other) {
        return new Spot(x.subtract(other.x), y.subtract(other.y));
    }

    BigDecimal cross(Spot other) {
        return x.multiply(other.y).subtract(y.multiply(other.x));
    }

    BigDecimal dot(Spot other) {
        return x.multiply(other.x).add(y.multiply(other.y));
    }

    /** Twice the signed area of a triangle: positive when c is left of the direction from a to b. */
    static BigDecimal turn(Spot a, Spot b, Spot c) {
        return b.minus(a).cross(c.minus(a));
    }
}
