package dev.footfall.simulator.place;

import java.util.List;
import java.util.Optional;

/** The place that people move in, as it was read from a layout. */
public final class Premises {
    private final List<Ways> waysByFloor;
    private final List<Doorway> doorways;
    private final List<Place> places;
    private final List<Desk> desks;
    private final List<Stairs> stairs;
    private final List<Spot> waiting;

    Premises(
            List<Ways> waysByFloor,
            List<Doorway> doorways,
            List<Place> places,
            List<Desk> desks,
            List<Stairs> stairs,
            List<Spot> waiting) {
        this.waysByFloor = List.copyOf(waysByFloor);
        this.doorways = List.copyOf(doorways);
        this.places = List.copyOf(places);
        this.desks = List.copyOf(desks);
        this.stairs = List.copyOf(stairs);
        this.waiting = List.copyOf(waiting);
    }

    /** All doors. */
    public List<Doorway> doorways() {
        return doorways;
    }

    /** The zones in which people stop to look at what is there. */
    public List<Place> places() {
        return places;
    }

    /** Where people are served. */
    public List<Desk> desks() {
        return desks;
    }

    /** Where people wait for those who pay; may be empty. */
    public List<Spot> waiting() {
        return waiting;
    }

    /** The shortest way between two spots of one floor. */
    public Way way(Spot from, Spot to) {
        if (from.floor() != to.floor()) {
            throw new IllegalArgumentException("spots are " + from + " and " + to + " but must be on one floor");
        }
        return waysByFloor.get(from.floor()).between(from, to);
    }

    /** The first stairs to take from one floor to another; empty when they are one, or not connected. */
    public Optional<Stairs> findStairs(int from, int to) {
        if (from == to) {
            return Optional.empty();
        }
        int next = from < to ? from + 1 : from - 1;
        return stairs.stream()
                .filter(flight -> flight.from().floor() == from)
                .filter(flight -> flight.to().floor() == to || flight.to().floor() == next)
                .findFirst();
    }

    /** How far it is from one spot to another, stairs included. */
    public double metres(Spot from, Spot to) {
        if (from.floor() == to.floor()) {
            return way(from, to).metres();
        }
        Stairs flight = findStairs(from.floor(), to.floor())
                .orElseThrow(() -> new IllegalArgumentException("layout.geojson: no zones of type 'stairs' join floor "
                        + from.floor() + " to floor " + to.floor()));
        return way(from, flight.from()).metres() + flight.seconds() + metres(flight.to(), to);
    }
}
