package dev.footfall.benchmarks.flink;

import dev.footfall.events.DoorColumns;
import dev.footfall.events.DoorCount;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.ObservationColumns;
import dev.footfall.events.Tick;

/** Makes the frames of one store those of another, who live alike: another name, other pseudonyms, maybe on another day. Doors and tracks only. */
final class FrameCopies {
    private static final String EPOCH = "copied";

    private final FrameBuilder builder = new FrameBuilder();

    /** The pseudonym of a person's like in another store. */
    static long like(long subject, String store) {
        long mixed = (subject ^ store.hashCode() * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return mixed == 0 ? 1 : mixed;
    }

    /** The frame, as that number of another store's, so much later. */
    byte[] copy(Frame frame, String store, long seq, long laterMillis) {
        ObservationColumns tracks = frame.track();
        for (int row = 0; row < tracks.rows(); row++) {
            builder.addTrack(
                    tracks.timeMillis(row) + laterMillis,
                    tracks.device(row),
                    like(tracks.subject(row), store),
                    tracks.floor(row),
                    tracks.xMillimetres(row),
                    tracks.yMillimetres(row),
                    tracks.staff(row));
        }
        DoorColumns doors = frame.door();
        for (int row = 0; row < doors.rows(); row++) {
            builder.addDoor(
                    new DoorCount(
                            doors.timeMillis(row) + laterMillis,
                            doors.in(row),
                            doors.out(row),
                            doors.passing(row),
                            doors.intervalMillis(row)),
                    doors.device(row));
        }
        long watermark = frame.header().watermarkMillis() + laterMillis;
        return builder.encode(new FrameHeader(store, store, EPOCH, seq, 0, watermark));
    }

    /** Nothing follows from a store. */
    static byte[] end(String store, long next) {
        return FrameCodec.encode(new Tick(store, store, EPOCH, next, 0, Long.MAX_VALUE));
    }
}
