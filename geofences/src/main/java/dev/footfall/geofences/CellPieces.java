package dev.footfall.geofences;

/** Takes the pieces of a movement, cell by cell. */
@FunctionalInterface
public interface CellPieces {

    /**
     * The subject was in the cell from one instant to another; column and row are −1 where it was outside the grid.
     */
    void in(int column, int row, long fromNanos, long toNanos);
}
