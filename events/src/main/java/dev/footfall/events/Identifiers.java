package dev.footfall.events;

/** The one shape of all identifiers: 1–64 characters of A–Z, a–z, 0–9, full stop, underscore and hyphen. */
public final class Identifiers {
    public static final int MAX_LENGTH = 64;

    private static final boolean[] ALLOWED = allowed();

    private Identifiers() {}

    /** Returns the value, or throws {@link OutOfRangeException} naming the field. */
    public static String check(String field, String value) {
        if (!isValid(value)) {
            throw new OutOfRangeException(field, quote(value), "1–64 characters of A–Z a–z 0–9 . _ -");
        }
        return value;
    }

    public static boolean isValid(String value) {
        int length = value.length();
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isAllowed(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isAllowed(int c) {
        return c < ALLOWED.length && ALLOWED[c];
    }

    private static boolean[] allowed() {
        boolean[] allowed = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
                .chars()
                .forEach(c -> allowed[c] = true);
        return allowed;
    }

    private static String quote(String value) {
        return "\"" + (value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "…") + "\"";
    }
}
