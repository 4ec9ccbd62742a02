package dev.footfall.events;

import java.util.Arrays;

/** The places of subjects in a dictionary: a map of numbers to numbers, without an object for any of them. */
final class SubjectPlaces {
    private static final int FIRST_CAPACITY = 256;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private long[] subjects = new long[FIRST_CAPACITY];
    /** The place above 0, so that 0 is none. */
    private int[] places = new int[FIRST_CAPACITY];

    private int count;

    /** The place of a subject; {@code next} when it was not known, and is from now on. */
    int placeOr(long subject, int next) {
        int slot = slot(subject);
        if (places[slot] == 0) {
            subjects[slot] = subject;
            places[slot] = next + 1;
            if (2 * ++count > places.length) {
                grow();
            }
            return next;
        }
        return places[slot] - 1;
    }

    /** Where it is, or would be. */
    private int slot(long subject) {
        int mask = places.length - 1;
        int slot = (int) ((subject * SPREAD) >>> 32) & mask;
        while (places[slot] != 0 && subjects[slot] != subject) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldSubjects = subjects;
        int[] oldPlaces = places;
        subjects = new long[2 * oldSubjects.length];
        places = new int[2 * oldPlaces.length];
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != 0) {
                int slot = slot(oldSubjects[i]);
                subjects[slot] = oldSubjects[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    void clear() {
        Arrays.fill(places, 0);
        count = 0;
    }
}
