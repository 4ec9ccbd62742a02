package dev.footfall.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The strings and the subjects of one frame, each held once; rows refer to them by place, -1 for none. */
final class Dictionary {
    /** So many strings are found without a look into the map: devices and floors, which every row has. */
    private static final int LATELY = 16;

    private final List<String> strings = new ArrayList<>();
    private final BitSet identifiers = new BitSet();
    private final BitSet texts = new BitSet();
    private final Map<String, Integer> stringPlaces = new HashMap<>();
    private final SubjectPlaces subjectPlaces = new SubjectPlaces();
    private final @Nullable String[] lately = new @Nullable String[LATELY];
    private final int[] latelyPlaces = new int[LATELY];
    private long[] subjects = new long[16];
    private int subjectCount;

    /** The place of a string, which is added if it is new. */
    int place(String string) {
        int slot = string.hashCode() & (LATELY - 1);
        if (!string.equals(lately[slot])) {
            Integer known = stringPlaces.putIfAbsent(string, strings.size());
            if (known == null) {
                appendString(string);
            }
            lately[slot] = string;
            latelyPlaces[slot] = known == null ? strings.size() - 1 : known;
        }
        return latelyPlaces[slot];
    }

    /** The place of a subject, which is added if it is new. */
    int place(long subject) {
        int place = subjectPlaces.placeOr(subject, subjectCount);
        if (place == subjectCount) {
            appendSubject(subject);
        }
        return place;
    }

    void appendString(String string) {
        identifiers.set(strings.size(), Identifiers.isValid(string));
        texts.set(strings.size(), Ranges.isText(string));
        strings.add(string);
    }

    void appendSubject(long subject) {
        if (subjectCount == subjects.length) {
            subjects = Arrays.copyOf(subjects, 2 * subjectCount);
        }
        subjects[subjectCount++] = subject;
    }

    String string(long place) {
        return strings.get((int) place);
    }

    /** Whether there is a string at that place, and it is an identifier. */
    boolean hasIdentifier(long place) {
        return identifiers.get((int) place);
    }

    /** Whether there is a string at that place, and it is a text that a device may send. */
    boolean hasText(long place) {
        return texts.get((int) place);
    }

    /** The subject at that place, 0 for none. */
    long subject(long place) {
        return place < 0 ? 0 : subjects[(int) place];
    }

    int strings() {
        return strings.size();
    }

    int subjects() {
        return subjectCount;
    }

    void clear() {
        strings.clear();
        identifiers.clear();
        texts.clear();
        stringPlaces.clear();
        Arrays.fill(lately, null);
        subjectPlaces.clear();
        subjectCount = 0;
    }
}
