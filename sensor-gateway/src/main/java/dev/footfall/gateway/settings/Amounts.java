package dev.footfall.gateway.settings;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts as people write them: {@code 250ms}, {@code 1s}, {@code 64MiB}. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*([a-z]*)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);
    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30, "tib", 1L << 40);

    private Amounts() {}

    static long millis(String text) {
        return read(text, MILLIS, "a duration such as 250ms, 1s or 5m");
    }

    static long bytes(String text) {
        return read(text, BYTES, "a size such as 64KiB or 1GiB");
    }

    private static long read(String text, Map<String, Long> units, String wanted) {
        Matcher matcher = AMOUNT.matcher(text.trim().toLowerCase(Locale.ROOT));
        Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("'" + text + "' is not " + wanted);
        }
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
    }
}
