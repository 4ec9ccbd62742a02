package dev.footfall.jobs.heatmap;

import java.util.Arrays;

/** Finds the numbers of one floor's blocks of cells by the block's column and row, in arrays that grow with what is walked on. */
final class BlocksOfFloor {
    /** The block has no number. */
    static final int NONE = -1;

    private static final int[] UNWALKED = {};

    /** By row and column, one more than the number; 0 for none. */
    private int[][] rows = {};

    int find(int column, int row) {
        if (row >= rows.length) {
            return NONE;
        }
        int[] columns = rows[row];
        return column < columns.length ? columns[column] - 1 : NONE;
    }

    void put(int column, int row, int block) {
        if (row >= rows.length) {
            int before = rows.length;
            rows = Arrays.copyOf(rows, row + 1 + row / 2);
            Arrays.fill(rows, before, rows.length, UNWALKED);
        }
        if (column >= rows[row].length) {
            rows[row] = Arrays.copyOf(rows[row], column + 1 + column / 2);
        }
        rows[row][column] = block + 1;
    }
}
