package dev.footfall.jobs.state;

import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Arrays;

/** The keys of hash maps in ascending order: a map is written by them, so that equal states are equal bytes. */
public final class SortedKeys {
    private SortedKeys() {}

    /** All keys, ascending. */
    public static long[] of(LongSet keys) {
        long[] sorted = keys.toLongArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** All keys, ascending. */
    public static int[] of(IntSet keys) {
        int[] sorted = keys.toIntArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
