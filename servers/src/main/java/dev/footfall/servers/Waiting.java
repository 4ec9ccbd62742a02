package dev.footfall.servers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for other processes; an interruption ends it as an {@link InterruptedIOException} with the flag set again. */
final class Waiting {
    private Waiting() {}

    /** Its exit status. */
    static int end(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            throw interrupted(interruption);
        }
    }

    /** Whether it ended within that time. */
    static boolean endsWithin(Process process, Duration time) throws IOException {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            throw interrupted(interruption);
        }
    }

    static InterruptedIOException interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        InterruptedIOException fault = new InterruptedIOException("interrupted while waiting for another process");
        fault.initCause(interruption);
        return fault;
    }
}
