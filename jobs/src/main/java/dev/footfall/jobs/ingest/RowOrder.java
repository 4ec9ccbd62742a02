package dev.footfall.jobs.ingest;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;

/**
 * The rows that are due, in the total order.
 *
 * <p>Rows that came in order stay as they are. Others are put in the order of their times as plain numbers, time and row in one, which is fast and leaves
 * only rows of one time to be compared.
 */
final class RowOrder {
    private final IntComparator total;
    private int[] order = new int[0];
    private long[] keys = new long[0];
    private int size;

    /** Orders rows by {@code total}, which orders by time first. */
    RowOrder(IntComparator total) {
        this.total = total;
    }

    /** Finds the rows 0 … {@code rows} − 1 before an instant, and their order. */
    void of(long[] time, int rows, long beforeMillis) {
        if (order.length < rows) {
            order = new int[time.length];
        }
        size = 0;
        boolean isInOrder = true;
        for (int row = 0; row < rows; row++) {
            if (time[row] < beforeMillis) {
                isInOrder = isInOrder && (size == 0 || total.compare(order[size - 1], row) <= 0);
                order[size++] = row;
            }
        }
        if (!isInOrder) {
            sort(time);
        }
    }

    private void sort(long[] time) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, time[order[i]]);
            most = Math.max(most, time[order[i]]);
        }
        int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(order[size - 1]);
        if (most - least < 0 || Long.numberOfLeadingZeros(most - least) <= rowBits) {
            IntArrays.mergeSort(order, 0, size, total);
            return;
        }
        if (keys.length < size) {
            keys = new long[order.length];
        }
        for (int i = 0; i < size; i++) {
            keys[i] = ((time[order[i]] - least) << rowBits) | order[i];
        }
        Arrays.sort(keys, 0, size);
        int rowMask = (1 << rowBits) - 1;
        int first = 0;
        for (int i = 0; i < size; i++) {
            order[i] = (int) keys[i] & rowMask;
            if (keys[i] >> rowBits != keys[first] >> rowBits) {
                sortOneTime(first, i);
                first = i;
            }
        }
        sortOneTime(first, size);
    }

    private void sortOneTime(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (total.compare(order[i - 1], order[i]) > 0) {
                IntArrays.mergeSort(order, from, to, total);
                return;
            }
        }
    }

    /** How many rows are due. */
    int size() {
        return size;
    }

    /** The row at a place in the order. */
    int row(int place) {
        return order[place];
    }

    void clear() {
        size = 0;
    }
}
