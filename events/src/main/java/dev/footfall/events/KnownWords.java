package dev.footfall.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Words that were read lately, so that one that comes again and again, as a track or a floor does, is one string: nothing is made for it, and whoever looks it up
 * has its hash and finds it at once. A word of seven characters at most is known with the quote behind it as one number, and not even looked at letter by letter.
 * Of two words that fall on one place the later stays. Belongs to one thread.
 */
final class KnownWords {
    private static final int PLACES_BITS = 12;
    private static final int PLACES = 1 << PLACES_BITS;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;
    private static final long QUOTES = 0x2222_2222_2222_2222L;
    /** An odd number without a pattern, 2^64 by the golden ratio: its multiples spread. */
    private static final long SPREADING = 0x9E37_79B9_7F4A_7C15L;

    private final @Nullable String[] words = new @Nullable String[PLACES];
    private final long[] shortKeys = new long[PLACES];
    private final @Nullable String[] shortWords = new @Nullable String[PLACES];

    /** The short word that begins there with the quote behind it, as a number, the first character the lowest byte; 0 for others. */
    static long shortKey(byte[] bytes, int from) {
        if (from + Long.BYTES > bytes.length) {
            return 0;
        }
        long eight = (long) LONG.get(bytes, from);
        long fromQuotes = eight ^ QUOTES;
        long quotes = ~(((fromQuotes & LOW_BITS) + LOW_BITS) | fromQuotes | LOW_BITS);
        return quotes == 0 ? 0 : eight & (quotes ^ (quotes - 1));
    }

    /** How many characters it has, the quote with them. */
    static int lengthOfShort(long key) {
        return Long.BYTES - Long.numberOfLeadingZeros(key) / Byte.SIZE;
    }

    /** The word of that key, if it is known; else null. */
    @Nullable
    String findShort(long key) {
        int place = shortPlace(key);
        return shortKeys[place] == key ? shortWords[place] : null;
    }

    private static int shortPlace(long key) {
        return (int) ((key * SPREADING) >>> (Long.SIZE - PLACES_BITS));
    }

    /** The word that stands there in ASCII, a quote behind it; {@code hash} is what {@link String#hashCode} says of it. */
    String word(byte[] bytes, int from, int length, int hash) {
        String word = found(bytes, from, length, hash);
        long key = shortKey(bytes, from);
        if (key != 0) {
            shortKeys[shortPlace(key)] = key;
            shortWords[shortPlace(key)] = word;
        }
        return word;
    }

    private String found(byte[] bytes, int from, int length, int hash) {
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
