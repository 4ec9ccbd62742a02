package dev.footfall.geofences;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as files and command lines say them: a number with {@code ms}, {@code s}, {@code m} or {@code h}; bare = seconds. */
public final class Durations {

    /** What a duration looks like, for people. */
    public static final String RULE = "a number with ms, s, m or h (bare: seconds), in whole milliseconds";

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,15})?)\\s*(ms|s|m|h)?");
    private static final Map<String, Integer> UNIT_MILLIS = Map.of("ms", 1, "s", 1_000, "m", 60_000, "h", 3_600_000);

    private Durations() {}

    /** The milliseconds of a text; empty when it is no duration or no whole number of them. */
    public static Optional<Long> findMillis(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String unit = parts.group(2);
        BigDecimal millis = new BigDecimal(parts.group(1))
                .multiply(BigDecimal.valueOf(unit == null ? 1_000 : UNIT_MILLIS.get(unit)))
                .stripTrailingZeros();
        return millis.scale() > 0 || millis.precision() - millis.scale() > 18
                ? Optional.empty()
                : Optional.of(millis.longValueExact());
    }

    /** A duration as a file would say it, in the largest unit that leaves a whole number. */
    static String text(long millis) {
        if (millis != 0 && millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis != 0 && millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
