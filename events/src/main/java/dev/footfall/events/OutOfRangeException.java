package dev.footfall.events;

/** A value that a record of this package does not admit; the message names field, value and rule. */
public final class OutOfRangeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public OutOfRangeException(String field, Object value, String rule) {
        super(field + " = " + value + ", must be " + rule);
    }
}
