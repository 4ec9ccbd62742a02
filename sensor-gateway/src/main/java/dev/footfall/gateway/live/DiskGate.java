package dev.footfall.gateway.live;

import dev.footfall.gateway.spool.StoreSpool;
import org.jspecify.annotations.Nullable;

/**
 * Closed after the disk has refused to be written, until it takes something again; asks it every 5 s.
 *
 * <p>Behind it nothing is taken and nothing cut. What is on the disk is sent and forgotten meanwhile, which may be all the room it takes.
 */
final class DiskGate {
    private static final long AGAIN_AFTER_MILLIS = 5_000;
    /** What is written in a while, so that the gate does not open for a moment only. */
    private static final int ENOUGH_BYTES = 1 << 20;

    private @Nullable String fault;
    private long triedMillis;

    /** {@code fault}: what the disk said; null when it said nothing. */
    DiskGate(@Nullable String fault, long elapsedMillis) {
        this.fault = fault;
        this.triedMillis = elapsedMillis;
    }

    /** Asks the disk if it is time to. */
    void look(StoreSpool spool, long elapsedMillis) {
        if (fault != null && elapsedMillis - triedMillis >= AGAIN_AFTER_MILLIS) {
            triedMillis = elapsedMillis;
            if (spool.canWrite(ENOUGH_BYTES)) {
                fault = null;
            }
        }
    }

    boolean isClosed() {
        return fault != null;
    }

    /** What the disk said; null when it may be written. */
    @Nullable
    String fault() {
        return fault;
    }
}
