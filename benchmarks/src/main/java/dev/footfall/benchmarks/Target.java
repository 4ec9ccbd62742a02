package dev.footfall.benchmarks;

import java.util.Locale;

/**
 * A figure, and what it is to be.
 *
 * @param figure what was measured, e.g. {@code STRtree + PreparedGeometry : raster}
 * @param seen the figure, in {@code unit}
 * @param unit e.g. {@code ×}, {@code ms}, {@code MB}
 * @param bound which side of the goal is good
 * @param goal in {@code unit}
 */
public record Target(String figure, double seen, String unit, Bound bound, double goal) {
    /** Which side of the goal is good. */
    public enum Bound {
        /** The figure is to be the goal or more. */
        AT_LEAST,
        /** The figure is to be the goal or less. */
        AT_MOST
    }

    /** How many times as fast as the peer a way is, which is to be at least so much. */
    public static Target ratio(Cost peer, Cost way, double atLeast) {
        return new Target(
                way.way() + ", times as fast as " + peer.way(),
                peer.nanos() / way.nanos(),
                "×",
                Bound.AT_LEAST,
                atLeast);
    }

    /** Whether the goal is reached. */
    public boolean isMet() {
        return bound == Bound.AT_LEAST ? seen >= goal : seen <= goal;
    }

    static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && size < 0.095) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    String goalInWords() {
        return (bound == Bound.AT_LEAST ? "≥ " : "≤ ") + number(goal) + " " + unit;
    }
}
