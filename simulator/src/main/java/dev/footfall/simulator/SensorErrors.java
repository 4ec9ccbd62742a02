package dev.footfall.simulator;

/** Whether the sensors of a simulation err. */
public enum SensorErrors {
    /** They see exactly what is there. */
    NONE,
    /** They err as {@code errors} of {@code simulation.yaml} says, which has defaults. */
    DEFAULT
}
