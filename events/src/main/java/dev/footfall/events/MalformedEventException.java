package dev.footfall.events;

/** A payload that is no message of its kind, with the reason and a sentence for the person who has to find out why. */
public final class MalformedEventException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** Has no stack trace: it tells of data, not of code, and bad data may come in floods. */
    public MalformedEventException(Reason reason, String detail) {
        super(reason.code() + ": " + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong: the field, its value, the rule. */
    public String detail() {
        return detail;
    }
}
