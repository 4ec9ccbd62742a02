package dev.footfall.local;

import java.io.Serial;

/**
 * Says that a configuration or an input as a whole cannot be used; the command line prints the message and ends with {@link
 * Footfall#UNUSABLE}. The message names the file or option and what to do about it.
 */
public final class UnusableInputException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** A fault that was found by looking; the message names the file or option. */
    public UnusableInputException(String message) {
        super(message);
    }

    /** A fault that showed itself by an exception, which the message puts in words. */
    public UnusableInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
