package dev.footfall.mqtt;

import java.io.IOException;

/** The connection ended before the broker acknowledged a message; whether it has it is not known. */
public final class ConnectionLostException extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectionLostException(String why) {
        super(why);
    }
}
