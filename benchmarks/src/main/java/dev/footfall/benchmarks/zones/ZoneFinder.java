package dev.footfall.benchmarks.zones;

/** A way to find the zones that cover a point. */
@FunctionalInterface
interface ZoneFinder {
    /** Writes the zones' indexes into {@code zones}, in any order, and says how many they are. */
    int zonesAt(double x, double y, int[] zones);
}
