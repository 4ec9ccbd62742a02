package dev.footfall.events;

import java.util.Arrays;
import java.util.List;

/** The rows of one group of a frame, column by column; grows as rows are appended. */
final class Table {
    final String key;
    final List<Column> columns;
    private final long[][] values;
    private int rows;

    /** A table without rows; {@code key} is that of the group in a frame. */
    Table(String key, List<Column> columns) {
        this.key = key;
        this.columns = columns;
        this.values = new long[columns.size()][0];
    }

    /** A table over whole columns, which are not copied. */
    Table(String key, List<Column> columns, long[][] values) {
        this.key = key;
        this.columns = columns;
        this.values = values;
        this.rows = values[FrameLayout.TIME].length;
    }

    int rows() {
        return rows;
    }

    long get(int column, int row) {
        return values[column][row];
    }

    /** Begins a row; its values are then {@link #set}. Returns its number. */
    int addRow() {
        if (rows == values[0].length) {
            int capacity = Math.max(64, 2 * rows);
            for (int column = 0; column < values.length; column++) {
                values[column] = Arrays.copyOf(values[column], capacity);
            }
        }
        return rows++;
    }

    void removeLastRow() {
        rows--;
    }

    void set(int column, int row, long value) {
        values[column][row] = value;
    }

    /** What is written for that row of the column. */
    long written(int column, int row) {
        long[] all = values[column];
        return columns.get(column).written(all[row], row == 0 ? 0 : all[row - 1], row == 0);
    }

    void clear() {
        rows = 0;
    }
}
