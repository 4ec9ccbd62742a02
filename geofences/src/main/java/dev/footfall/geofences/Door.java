package dev.footfall.geofences;

/**
 * A door line of a floor, from a to b in metres of the store frame; crossing it from the left of its direction to the
 * right is going in.
 *
 * @param index its place among the floor's doors, from 0
 * @param id unique among the doors of its layout
 * @param name for people
 */
public record Door(
        int index, String id, String name, double axMetres, double ayMetres, double bxMetres, double byMetres) {

    public Door {
        Checks.identifier("id", id);
        if (axMetres == bxMetres && ayMetres == byMetres) {
            throw new IllegalArgumentException("door " + id + " runs from (" + axMetres + ", " + ayMetres
                    + ") to the same point but must have a direction");
        }
    }
}
