package dev.footfall.simulator.score;

import java.io.Serial;

/** Says that a truth or a file of points cannot be used; the message names the file, the line, and what is wrong with it. */
final class FaultyInputException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    FaultyInputException(String message) {
        super(message);
    }

    FaultyInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
