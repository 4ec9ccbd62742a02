package dev.footfall.jobs.heatmap;

import dev.footfall.jobs.windows.FirstPresences;
import java.util.Arrays;
import java.util.List;

/**
 * What was added up in one minute and is not in its windows yet: every piece of every movement goes here, to two numbers that lie side by side, and
 * {@link #fold} takes the sums to the windows of all lengths at once.
 */
final class MinuteOfHeat {
    /** No minute: nothing is added up. */
    static final long NONE = Long.MIN_VALUE;

    private static final int WORD_BITS = 6;
    /** Of one cell: microseconds, then the visits new to each length of window in sixteen bits each, the shortest lowest. */
    private static final int NUMBERS = 2;

    private static final int COUNT_BITS = 16;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    /** So that no count of sixteen bits overflows. */
    private static final int MOST_PIECES = COUNT_MASK;
    /** By the bits of {@link FirstPresences#note}, one for each length that is new. */
    private static final long[] COUNTS = counts();

    private long startMillis = NONE;
    private List<HeatBucket> windows = List.of();
    private int pieces;
    private long[] numbers = new long[NUMBERS << WORD_BITS];
    private long[] touched = new long[1];

    private static long[] counts() {
        long[] counts = new long[1 << (Long.SIZE / COUNT_BITS)];
        for (int fresh = 0; fresh < counts.length; fresh++) {
            for (int length = 0; length < Long.SIZE / COUNT_BITS; length++) {
                counts[fresh] |= (long) ((fresh >> length) & 1) << (COUNT_BITS * length);
            }
        }
        return counts;
    }

    /** When the minute begins that is added up; {@link #NONE} after {@link #fold}. */
    long startMillis() {
        return startMillis;
    }

    /** Begins a minute after another was folded; {@code itsWindows}, one of each length that is kept, take it in the end. */
    void begin(long itsStartMillis, List<HeatBucket> itsWindows) {
        startMillis = itsStartMillis;
        windows = itsWindows;
    }

    /** Adds a piece in a cell. */
    void add(int slot, long micros, int fresh, int keptLengths) {
        int at = slot * NUMBERS;
        if (at >= numbers.length) {
            grow(slot);
        }
        numbers[at] += micros;
        numbers[at + 1] += COUNTS[fresh];
        touched[slot >> WORD_BITS] |= 1L << slot;
        if (++pieces == MOST_PIECES) {
            addToWindows(keptLengths);
        }
    }

    private void grow(int slot) {
        int words = Math.max((slot >> WORD_BITS) + 1, touched.length * 2);
        touched = Arrays.copyOf(touched, words);
        numbers = Arrays.copyOf(numbers, (words * NUMBERS) << WORD_BITS);
    }

    /** Adds the minute to its windows, and is ready for another. */
    void fold(int keptLengths) {
        if (pieces > 0) {
            addToWindows(keptLengths);
        }
        windows = List.of();
        startMillis = NONE;
    }

    private void addToWindows(int keptLengths) {
        int place = 0;
        for (int length = 0; place < windows.size(); length++) {
            if (((keptLengths >> length) & 1) != 0) {
                addTo(windows.get(place++), COUNT_BITS * length);
            }
        }
        for (int word = 0; word < touched.length; word++) {
            for (long left = touched[word]; left != 0; left &= left - 1) {
                int at = slot(word, left) * NUMBERS;
                numbers[at] = 0;
                numbers[at + 1] = 0;
            }
            touched[word] = 0;
        }
        pieces = 0;
    }

    private void addTo(HeatBucket window, int shift) {
        window.makeRoom(touched.length << WORD_BITS);
        for (int word = 0; word < touched.length; word++) {
            for (long left = touched[word]; left != 0; left &= left - 1) {
                int slot = slot(word, left);
                int at = slot * NUMBERS;
                window.add(slot, numbers[at], (int) (numbers[at + 1] >>> shift) & COUNT_MASK);
            }
        }
    }

    private static int slot(int word, long bits) {
        return (word << WORD_BITS) + Long.numberOfTrailingZeros(bits);
    }
}
