package dev.footfall.events;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dictionary of a frame that is being built: knows where each string and subject is. */
final class GrowingDictionary extends Dictionary {
    /** So many strings are found without a look into the map: devices and floors, which every row has. */
    private static final int LATELY = 16;

    private final Map<String, Integer> stringPlaces = new HashMap<>();
    private final SubjectPlaces subjectPlaces = new SubjectPlaces();
    private final @Nullable String[] lately = new @Nullable String[LATELY];
    private final int[] latelyPlaces = new int[LATELY];

    /** The place of a string, which is added if it is new. */
    int place(String string) {
        int slot = string.hashCode() & (LATELY - 1);
        if (!string.equals(lately[slot])) {
            Integer known = stringPlaces.putIfAbsent(string, strings());
            if (known == null) {
                appendString(string);
            }
            lately[slot] = string;
            latelyPlaces[slot] = known == null ? strings() - 1 : known;
        }
        return latelyPlaces[slot];
    }

    /** The place of a subject, which is added if it is new. */
    int place(long subject) {
        int place = subjectPlaces.placeOr(subject, subjects());
        if (place == subjects()) {
            appendSubject(subject);
        }
        return place;
    }

    @Override
    void clear() {
        super.clear();
        stringPlaces.clear();
        Arrays.fill(lately, null);
        subjectPlaces.clear();
    }
}
