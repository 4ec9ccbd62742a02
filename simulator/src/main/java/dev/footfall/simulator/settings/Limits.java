package dev.footfall.simulator.settings;

/** Limits of settings, told with the name of the key. */
final class Limits {
    private Limits() {}

    static void between(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "simulation.yaml: " + key + " is " + value + " but must be from " + low + " to " + high);
        }
    }
}
