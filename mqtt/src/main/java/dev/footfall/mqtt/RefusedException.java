package dev.footfall.mqtt;

import java.io.IOException;

/** The broker, or the client library before it, refused a message: sending it again will not help. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String why) {
        super(why);
    }
}
