package dev.footfall.mqtt;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Who is told what became of a message that was published; called on a thread of the connection, and must not block. */
@FunctionalInterface
public interface Answer {
    /**
     * The broker has the message, or not.
     *
     * @param fault null when it has; else a {@link ConnectionLostException} or a {@link RefusedException}
     */
    void told(@Nullable IOException fault);
}
