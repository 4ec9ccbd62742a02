package dev.footfall.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation is made of.
 *
 * @param store the folder of a store pack
 * @param errors whether its sensors err
 * @param seed another seed, other people
 * @param startMillis when it starts, with nobody in the store; brought down to a full second
 * @param visitsPerDay how many people come on an average day; null: as {@code simulation.yaml} says
 */
public record SimulationSettings(
        Path store, SensorErrors errors, long seed, long startMillis, @Nullable Integer visitsPerDay) {
    public SimulationSettings {
        if (visitsPerDay != null && visitsPerDay < 0) {
            throw new IllegalArgumentException("visitsPerDay is " + visitsPerDay + " but must not be negative");
        }
    }
}
