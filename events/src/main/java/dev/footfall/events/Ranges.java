package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/** What values a field may have; each method throws {@link OutOfRangeException} naming the field. */
final class Ranges {
    static final long MIN_TIME_MILLIS = SensorEvent.EARLIEST_MILLIS;
    static final long MAX_TIME_MILLIS = SensorEvent.LATEST_MILLIS;
    static final long MAX_COUNT = 1_000_000_000L;
    static final long MAX_INTERVAL_MILLIS = 1_000_000_000_000L;
    static final double MAX_METRES = 100_000;
    static final double MAX_PIXELS = 1_000_000;
    static final double MIN_DBM = -150;
    static final double MAX_DBM = 20;
    static final double MAX_AMOUNT = 1e9;
    static final int MAX_FLOOR = 1000;
    static final int MAX_TEXT_LENGTH = 128;

    private Ranges() {}

    static void time(String field, long millis) {
        whole(field, millis, MIN_TIME_MILLIS, MAX_TIME_MILLIS, "a time from 2000 to 2100");
    }

    static void count(String field, long count) {
        whole(field, count, 0, MAX_COUNT, "from 0 to 1000000000");
    }

    static void interval(String field, long millis) {
        whole(field, millis, 0, MAX_INTERVAL_MILLIS, "from 0 to 1000000000 seconds");
    }

    static void metres(String field, double metres) {
        number(field, metres, -MAX_METRES, MAX_METRES);
    }

    static void pixels(String field, double pixels) {
        number(field, pixels, -MAX_PIXELS, MAX_PIXELS);
    }

    static void dbm(String field, double dbm) {
        number(field, dbm, MIN_DBM, MAX_DBM);
    }

    static void number(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new OutOfRangeException(field, value, "a number from " + plain(min) + " to " + plain(max));
        }
    }

    static void optionalIdentifier(String field, @Nullable String value) {
        if (value != null) {
            Identifiers.check(field, value);
        }
    }

    static void text(String field, @Nullable String value) {
        if (value != null && !isText(value)) {
            throw new OutOfRangeException(field, "a text of " + value.length(), "1–128 printable characters of ASCII");
        }
    }

    static boolean isText(String value) {
        return !value.isEmpty() && value.length() <= MAX_TEXT_LENGTH && isPrintable(value);
    }

    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static void whole(String field, long value, long min, long max, String rule) {
        if (value < min || value > max) {
            throw new OutOfRangeException(field, value, rule);
        }
    }

    private static String plain(double limit) {
        return Long.toString((long) limit);
    }
}
