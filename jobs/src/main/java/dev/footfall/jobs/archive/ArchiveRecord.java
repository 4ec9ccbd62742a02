package dev.footfall.jobs.archive;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import java.util.Optional;

/**
 * One frame in the archive, or the mark of a store's clock.
 *
 * @param store whose it is
 * @param sinceMillis when the store's records began to be numbered, by the clock of the wall: names the numbering
 * @param number place among the store's records of that numbering, from 0, without holes
 * @param clockMillis the store's clock when the frame was taken, or that is marked; {@link Long#MIN_VALUE} before it began
 * @param arrivalMillis when it was taken, by the clock of the wall
 * @param filedMillis the clock by whose hour it is filed: that of the gateway where it says one, else of the wall
 * @param events which times its events speak of
 * @param late which times the events that came too late speak of
 * @param lateEvents how many events came too late
 * @param duplicates how many frames of this gateway came again before this one
 * @param layouts by which drawings its events were judged, see {@link LayoutShapes}
 * @param frame as the gateway sent it; empty for a mark
 */
@SuppressWarnings("ArrayRecordComponent") // a Flink type that nobody compares
public record ArchiveRecord(
        String store,
        long sinceMillis,
        long number,
        long clockMillis,
        long arrivalMillis,
        long filedMillis,
        Span events,
        Span late,
        long lateEvents,
        long duplicates,
        String layouts,
        byte[] frame) {

    /** Whether it says how far the store's clock has come, and nothing else. */
    public boolean isMark() {
        return frame.length == 0;
    }

    /** Whether some of its events came too late to be counted. */
    public boolean isLate() {
        return !late.isEmpty();
    }

    /**
     * The head of its frame: gateway, epoch, number; empty for a mark.
     *
     * @throws MalformedFrameException when the bytes are no frame: nothing of the kind is archived
     */
    public Optional<FrameHeader> findHeader() throws MalformedFrameException {
        if (isMark()) {
            return Optional.empty();
        }
        FrameHead head = FrameCodec.header(frame);
        if (head instanceof FrameHeader header) {
            return Optional.of(header);
        }
        throw new MalformedFrameException(true, -1, "a tick, where a frame was archived");
    }
}
