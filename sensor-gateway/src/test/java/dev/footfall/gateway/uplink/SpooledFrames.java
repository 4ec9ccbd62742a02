package dev.footfall.gateway.uplink;

import dev.footfall.gateway.framing.FrameNumbers;

/** Frames of one size, as a spool would number them. */
final class SpooledFrames implements FrameNumbers {
    static final int BYTES = 100;

    long oldest;
    long next;

    SpooledFrames(long next) {
        this.next = next;
    }

    @Override
    public String epoch() {
        return "e1";
    }

    @Override
    public long next() {
        return next;
    }

    @Override
    public long oldest() {
        return oldest;
    }

    int bytes(long seq) {
        if (seq < oldest || seq >= next) {
            throw new IllegalArgumentException("frame " + seq + " is not in " + oldest + " … " + next);
        }
        return BYTES;
    }
}
