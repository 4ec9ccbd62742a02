package dev.footfall.gateway.registry;

import dev.footfall.events.Reason;

/** A message that does not fit the store it is for, with the reason and what to do about it. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** Has no stack trace: it tells of data, not of code. */
    public RefusedException(Reason reason, String detail) {
        super(reason.code() + ": " + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }
}
