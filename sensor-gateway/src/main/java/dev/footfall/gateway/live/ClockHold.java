package dev.footfall.gateway.live;

import dev.footfall.gateway.health.StoreHealth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the store's clock must stand still: from the loss of the store's broker until everything that it kept for us has come.
 *
 * <p>What devices published meanwhile is older than the wall clock; if the clock went on, all of it would be late. A broker hands out what it kept in
 * order, so a message of our own, sent after connecting, comes back behind it: the gateway's health, which carries a word of its own for the purpose.
 */
final class ClockHold {
    private final boolean never;
    private @Nullable String awaited;
    private boolean connected;

    /** {@code never}: the clock is not ours, and moves by what is published alone. */
    ClockHold(boolean never) {
        this.never = never;
    }

    /** The broker is connected; answers the word that must come back. */
    String connected() {
        connected = true;
        awaited = UUID.randomUUID().toString();
        return awaited;
    }

    void disconnected() {
        connected = false;
        awaited = null;
    }

    /** A health message of our own came back. */
    void heard(byte[] health) {
        if (awaited != null
                && StoreHealth.findWord(health).filter(awaited::equals).isPresent()) {
            awaited = null;
        }
    }

    /** The word that is awaited; null for none. */
    @Nullable
    String awaited() {
        return awaited;
    }

    boolean held() {
        return !never && (!connected || awaited != null);
    }
}
