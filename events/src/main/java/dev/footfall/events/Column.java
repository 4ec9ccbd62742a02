package dev.footfall.events;

/**
 * One column of a kind's group in a frame: its key, how rows become the integers that are written, and which values are
 * allowed. A column whose every written integer equals {@code fallback} is left out, unless it is the one that says how
 * many rows there are.
 */
record Column(String key, Coding coding, long min, long max, long fallback, boolean required) {

    enum Coding {
        /** Written as it is. */
        PLAIN,
        /** Written as the difference to the row before, the first as it is. */
        DELTA,
        /** Written as the difference to the successor of the row before, the first as it is: 0, 0, 0, … counts up. */
        STEP,
        /** The place of an identifier in the dictionary of strings, -1 for none. */
        IDENTIFIER,
        /** The place of any text in the dictionary of strings, -1 for none. */
        TEXT,
        /** A place in the dictionary of subjects, -1 for none. */
        SUBJECT
    }

    static Column required(String key, Coding coding, long min, long max) {
        return new Column(key, coding, min, max, 0, true);
    }

    static Column optional(String key, Coding coding, long min, long max, long fallback) {
        return new Column(key, coding, min, max, fallback, false);
    }

    /** Whether a row may have that value: one of the range, or the one that stands for none. */
    boolean admits(long value) {
        return (value >= min && value <= max) || (!required && value == fallback);
    }

    /** Whether what is written for a row depends on the row before. */
    boolean isRelative() {
        return coding == Coding.DELTA || coding == Coding.STEP;
    }

    /** The first row whose value may not be; -1 when all may. */
    int firstNotAdmitted(long[] list) {
        for (int row = 0; row < list.length; row++) {
            if (!admits(list[row])) {
                return row;
            }
        }
        return -1;
    }

    /** What is written for a row of that value after a row of value {@code before}. */
    long written(long value, long before, boolean first) {
        return switch (coding) {
            case DELTA -> first ? value : value - before;
            case STEP -> first ? value : value - before - 1;
            case PLAIN, IDENTIFIER, TEXT, SUBJECT -> value;
        };
    }

    /** The inverse of {@link #written}, for all rows, in their place. */
    void read(long[] list) {
        if (coding == Coding.DELTA || coding == Coding.STEP) {
            long more = coding == Coding.STEP ? 1 : 0;
            for (int row = 1; row < list.length; row++) {
                list[row] += list[row - 1] + more;
            }
        }
    }
}
