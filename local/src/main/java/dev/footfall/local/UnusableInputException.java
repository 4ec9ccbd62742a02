package dev.footfall.local;

import java.io.Serial;

/**
 * Says that a configuration or an input as a whole cannot be used; the command line prints the message and ends with {@link
 * Footfall#UNUSABLE}. The message names the file or option and what to do about it.
 */
public final class UnusableInputException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public UnusableInputException(String message) {
        super(message);
    }

    public UnusableInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
