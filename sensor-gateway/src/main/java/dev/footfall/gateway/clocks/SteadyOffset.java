package dev.footfall.gateway.clocks;

import org.jspecify.annotations.Nullable;

/**
 * How long the least offset of a device, receipt less event, has stayed the same.
 *
 * <p>Offsets are gathered in slots of receipts, of which the least counts: the message with the least delay. Slots in a row whose leasts lie close together are a
 * run; any other slot begins a new run.
 */
final class SteadyOffset {
    /** Longer than the rhythm of any device that sends more than once a minute, so that one prompt message is among each slot's. */
    static final long SLOT_MILLIS = 30_000;

    private final long bandMillis;
    private boolean open;
    private long slotSinceMillis;
    private long slotUntilMillis;
    private long slotLeast;
    private @Nullable Long before;
    private int slots;
    private long sinceMillis;
    private long untilMillis;
    private long least;
    private long most;

    /** {@code bandMillis}: how far apart the slots of a run may be. */
    SteadyOffset(long bandMillis) {
        this.bandMillis = bandMillis;
    }

    /** Takes an offset; answers whether a slot came to its end before it. */
    boolean add(long receivedMillis, long offsetMillis) {
        if (open && receivedMillis < slotSinceMillis - SLOT_MILLIS) {
            open = false; // receipts have jumped back, and tell nothing together with those before
            slots = 0;
            before = null;
        }
        boolean ends = open && receivedMillis - slotSinceMillis >= SLOT_MILLIS;
        if (ends) {
            end();
            before = slotLeast;
        }
        if (!open || ends) {
            open = true;
            slotSinceMillis = receivedMillis;
            slotUntilMillis = receivedMillis;
            slotLeast = offsetMillis;
        }
        slotUntilMillis = Math.max(slotUntilMillis, receivedMillis);
        slotLeast = Math.min(slotLeast, offsetMillis);
        return ends;
    }

    private void end() {
        if (slots > 0 && Math.max(most, slotLeast) - Math.min(least, slotLeast) <= bandMillis) {
            least = Math.min(least, slotLeast);
            most = Math.max(most, slotLeast);
            slots++;
        } else {
            least = slotLeast;
            most = slotLeast;
            slots = 1;
            sinceMillis = slotSinceMillis;
        }
        untilMillis = slotUntilMillis;
    }

    /** The least offset of the slot that is open and the one before; null before the first. */
    @Nullable
    Long findRecentLeast() {
        Long last = before;
        if (!open) {
            return null;
        }
        return last == null ? (Long) slotLeast : (Long) Math.min(last, slotLeast);
    }

    /** The number of whole slots in the run. */
    int slots() {
        return slots;
    }

    /** From the first receipt of the run to the last. */
    long spanMillis() {
        return untilMillis - sinceMillis;
    }

    /** The least offset of the run. */
    long least() {
        return least;
    }
}
