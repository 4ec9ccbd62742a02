package dev.footfall.gateway.spool;

import java.io.IOException;
import java.io.Serial;

/** Says where a spool has lost what had safely been written to it. */
final class DamagedSpoolException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    DamagedSpoolException(String message) {
        super(message);
    }
}
