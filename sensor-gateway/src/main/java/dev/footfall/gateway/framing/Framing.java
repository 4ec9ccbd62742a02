package dev.footfall.gateway.framing;

/**
 * How frames are cut.
 *
 * @param lanes the number of lanes, fixed for the life of a chain
 * @param frameEveryMillis the longest time that a frame is kept open
 * @param frameBytes the largest frame
 * @param slackTimes how many times its slack an event may be behind the clock: once where messages are heard as they are published; twice in a
 *     recording, whose lines may be out of order by as much again
 */
public record Framing(int lanes, long frameEveryMillis, int frameBytes, int slackTimes) {
    public static final int DEFAULT_LANES = 16;
    public static final long DEFAULT_FRAME_EVERY_MILLIS = 1_000;
    public static final int DEFAULT_FRAME_BYTES = 64 * 1024;

    private static final int MIN_FRAME_BYTES = 4 * 1024;

    public Framing {
        if (lanes < 1) {
            throw new IllegalArgumentException("lanes = " + lanes + ", must be at least 1");
        }
        if (frameEveryMillis < 1) {
            throw new IllegalArgumentException("frameEveryMillis = " + frameEveryMillis + ", must be at least 1");
        }
        if (frameBytes < MIN_FRAME_BYTES) {
            throw new IllegalArgumentException("frameBytes = " + frameBytes + ", must be at least " + MIN_FRAME_BYTES);
        }
        if (slackTimes < 1) {
            throw new IllegalArgumentException("slackTimes = " + slackTimes + ", must be at least 1");
        }
    }

    /** The usual cuts of what is heard as it is published. */
    public static Framing ofLive() {
        return new Framing(DEFAULT_LANES, DEFAULT_FRAME_EVERY_MILLIS, DEFAULT_FRAME_BYTES, 1);
    }

    /** The same, but that frames are kept open until they are full or somebody cuts them: who sends them knows when that is worth it. */
    public Framing byNoClock() {
        return new Framing(lanes, Long.MAX_VALUE, frameBytes, slackTimes);
    }

    /** The cuts of a recording: nobody waits for its frames, so they may be fuller, and come later. */
    public static Framing ofRecording() {
        return new Framing(DEFAULT_LANES, 10 * DEFAULT_FRAME_EVERY_MILLIS, DEFAULT_FRAME_BYTES, 2);
    }
}
