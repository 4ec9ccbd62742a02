package dev.footfall.jobs.heatmap;

import java.util.Arrays;

/** Finds the slots of one floor's cells by column and row, in arrays that grow with what is walked on. */
final class SlotsOfFloor {
    /** The cell has no slot. */
    static final int NONE = -1;

    private static final int[] UNWALKED = {};

    /** By row and column, one more than the slot; 0 for none. */
    private int[][] rows = {};

    int find(int column, int row) {
        if (row >= rows.length) {
            return NONE;
        }
        int[] columns = rows[row];
        return column < columns.length ? columns[column] - 1 : NONE;
    }

    void put(int column, int row, int slot) {
        if (row >= rows.length) {
            int before = rows.length;
            rows = Arrays.copyOf(rows, row + 1 + row / 2);
            Arrays.fill(rows, before, rows.length, UNWALKED);
        }
        if (column >= rows[row].length) {
            rows[row] = Arrays.copyOf(rows[row], column + 1 + column / 2);
        }
        rows[row][column] = slot + 1;
    }
}
