package dev.footfall.events;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as RFC 3339 writes them; whatever is finer than a millisecond is cut off. */
final class Rfc3339 {
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private Rfc3339() {}

    static long parseMillis(String field, String text) {
        if (SHAPE.matcher(text).matches()) {
            try {
                return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .toInstant()
                        .toEpochMilli();
            } catch (DateTimeException e) {
                throw new OutOfRangeException(field, text, "a time that exists");
            }
        }
        throw new OutOfRangeException(field, "a text of " + text.length(), "like 2026-11-03T09:00:00.123+01:00");
    }
}
