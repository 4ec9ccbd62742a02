package dev.footfall.geofences;

/** How bad a fault is. */
public enum Severity {
    /** The pack cannot be used. */
    ERROR,
    /** The pack can be used; figures may not be what was meant. */
    WARNING
}
