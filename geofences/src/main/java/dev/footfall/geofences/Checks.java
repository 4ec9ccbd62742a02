package dev.footfall.geofences;

import dev.footfall.events.Identifiers;

/** The rules that records check in their constructors: each message names the field, its value and the rule. */
final class Checks {

    static final String IDENTIFIER_RULE = "1 to 64 characters of A–Z a–z 0–9 . _ -";

    private Checks() {}

    static long between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    field + " is " + value + " but must be between " + least + " and " + most);
        }
        return value;
    }

    static String identifier(String field, String value) {
        if (!isIdentifier(value)) {
            throw new IllegalArgumentException(field + " is '" + value + "' but must be " + IDENTIFIER_RULE);
        }
        return value;
    }

    static boolean isIdentifier(String value) {
        return Identifiers.isValid(value);
    }
}
