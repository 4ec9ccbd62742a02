package dev.footfall.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The strings and the subjects of one frame, each held once; rows refer to them by place, -1 for none. */
final class Dictionary {
    private final List<String> strings = new ArrayList<>();
    private final BitSet identifiers = new BitSet();
    private final BitSet texts = new BitSet();
    private final Map<String, Integer> stringPlaces = new HashMap<>();
    private final Map<Long, Integer> subjectPlaces = new HashMap<>();
    private long[] subjects = new long[16];
    private int subjectCount;

    /** The place of a string, which is added if it is new. */
    int place(String string) {
        Integer place = stringPlaces.putIfAbsent(string, strings.size());
        if (place != null) {
            return place;
        }
        appendString(string);
        return strings.size() - 1;
    }

    /** The place of a subject, which is added if it is new. */
    int place(long subject) {
        Integer place = subjectPlaces.putIfAbsent(subject, subjectCount);
        if (place != null) {
            return place;
        }
        appendSubject(subject);
        return subjectCount - 1;
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
        subjectPlaces.clear();
        subjectCount = 0;
    }
}
