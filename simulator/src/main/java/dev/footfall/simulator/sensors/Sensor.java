package dev.footfall.simulator.sensors;

import dev.footfall.simulator.people.Scene;

/** A device that sees what happens and says so. */
public interface Sensor {
    /** Sees a scene, each once and in order. */
    void see(Scene scene, Outbox outbox);
}
