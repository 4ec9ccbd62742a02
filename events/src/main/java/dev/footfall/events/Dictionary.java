package dev.footfall.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The strings and the subjects of one frame, each held once; rows refer to them by place, -1 for none. */
class Dictionary {
    private static final byte IDENTIFIER = 1;
    private static final byte TEXT = 2;

    private final List<String> strings = new ArrayList<>();
    /** What each string can be taken for, in bits. */
    private byte[] fit = new byte[8];

    private long[] subjects = new long[8];
    private int subjectCount;

    final void appendString(String string) {
        int place = strings.size();
        if (place == fit.length) {
            fit = Arrays.copyOf(fit, 2 * place);
        }
        fit[place] = (byte) ((Identifiers.isValid(string) ? IDENTIFIER : 0) | (Ranges.isText(string) ? TEXT : 0));
        strings.add(string);
    }

    final void appendSubject(long subject) {
        if (subjectCount == subjects.length) {
            subjects = Arrays.copyOf(subjects, 2 * subjectCount);
        }
        subjects[subjectCount++] = subject;
    }

    final String string(long place) {
        return strings.get((int) place);
    }

    /** The first column of a table that refers to what is not here, or is not what the column wants; -1 when there is none. */
    final int firstDangling(Table table) {
        for (int column = 0; column < table.columns.size(); column++) {
            Column.Coding coding = table.columns.get(column).coding();
            boolean isPlace =
                    switch (coding) {
                        case IDENTIFIER, TEXT, SUBJECT -> true;
                        case PLAIN, DELTA, STEP -> false;
                    };
            if (isPlace && dangles(table, column, coding)) {
                return column;
            }
        }
        return -1;
    }

    private boolean dangles(Table table, int column, Column.Coding coding) {
        long sound = -1;
        for (int row = 0; row < table.rows(); row++) {
            long place = table.get(column, row);
            if (place >= 0 && place != sound) {
                if (!has(place, coding)) {
                    return true;
                }
                sound = place;
            }
        }
        return false;
    }

    private boolean has(long place, Column.Coding coding) {
        if (coding == Column.Coding.SUBJECT) {
            return place < subjectCount;
        }
        return place < strings.size() && (fit[(int) place] & (coding == Column.Coding.TEXT ? TEXT : IDENTIFIER)) != 0;
    }

    /** The subject at that place, 0 for none. */
    final long subject(long place) {
        return place < 0 ? 0 : subjects[(int) place];
    }

    final int strings() {
        return strings.size();
    }

    final int subjects() {
        return subjectCount;
    }

    void clear() {
        strings.clear();
        subjectCount = 0;
    }
}
