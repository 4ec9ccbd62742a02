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
        AT_MOST,
        /** There is no goal: the figure is just told. */
        TOLD
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

    /** How many times as fast as the peer a way is, without a goal. */
    public static Target told(Cost peer, Cost way) {
        return new Target(
                way.way() + ", times as fast as " + peer.way(), peer.nanos() / way.nanos(), "×", Bound.TOLD, 0);
    }

    /** What a way allocates for one event, in hundredths of a byte: below that it is JMH's own. */
    public static Target allocation(Cost way, double atMost) {
        return new Target(
                way.way() + ", bytes allocated",
                Math.rint(way.allocatedBytes() * 100) / 100,
                "bytes",
                Bound.AT_MOST,
                atMost);
    }

    /** Whether the goal is reached; where there is none, it is. */
    public boolean isMet() {
        return switch (bound) {
            case AT_LEAST -> seen >= goal;
            case AT_MOST -> seen <= goal;
            case TOLD -> true;
        };
    }

    String verdict() {
        return bound == Bound.TOLD ? "" : isMet() ? "met" : "**not met**";
    }

    static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && size < 0.095) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    String goalInWords() {
        return switch (bound) {
            case AT_LEAST -> "≥ " + number(goal) + " " + unit;
            case AT_MOST -> "≤ " + number(goal) + " " + unit;
            case TOLD -> "–";
        };
    }
}
