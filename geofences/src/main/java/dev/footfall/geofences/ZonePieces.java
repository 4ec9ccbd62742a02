package dev.footfall.geofences;

/** Takes the pieces of a movement that are inside a zone. */
@FunctionalInterface
public interface ZonePieces {

    /** The subject was inside the zone (by its index on the floor) from one instant to another. */
    void inside(int zone, long fromNanos, long toNanos);
}
