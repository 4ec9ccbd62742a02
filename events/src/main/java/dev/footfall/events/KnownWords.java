package dev.footfall.events;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Words that were read lately, so that one that comes again and again, as a track or a floor does, is one string: nothing is made for it, and whoever looks it up
 * has its hash and finds it at once. Of two words that fall on one place the later stays. Belongs to one thread.
 */
final class KnownWords {
    private static final int PLACES = 1 << 12;

    private final @Nullable String[] words = new @Nullable String[PLACES];

    /** The word that stands there in ASCII; {@code hash} is what {@link String#hashCode} says of it. */
    String word(byte[] bytes, int from, int length, int hash) {
        int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
        String known = words[place];
        if (known != null && known.hashCode() == hash && is(known, bytes, from, length)) {
            return known;
        }
        String word = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        words[place] = word;
        return word;
    }

    private static boolean is(String word, byte[] bytes, int from, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
