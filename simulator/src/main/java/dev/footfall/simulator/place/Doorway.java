package dev.footfall.simulator.place;

import dev.footfall.geofences.Door;
import java.util.List;

/**
 * A door and how one goes through it: straight, from a spot inside to as far outside or back.
 *
 * @param door the line
 * @param floor the index of its floor
 * @param inside spots before it
 * @param outwardX the direction outwards, of length 1
 * @param outwardY the direction outwards, of length 1
 */
public record Doorway(Door door, int floor, List<Spot> inside, double outwardX, double outwardY) {
    /** How far before and behind the line one begins. */
    public static final double DEPTH_METRES = 0.8;

    public Doorway {
        inside = List.copyOf(inside);
    }
}
