package dev.footfall.jobs.archive;

import dev.footfall.events.DoorColumns;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A record without its frame, and where it is: what is kept in memory of an archive.
 *
 * @param file where the record is
 * @param position byte of the file at which it begins
 * @param sinceMillis see {@link ArchiveRecord#sinceMillis}
 * @param number see {@link ArchiveRecord#number}
 * @param clockMillis see {@link ArchiveRecord#clockMillis}
 * @param events see {@link ArchiveRecord#events}
 * @param late see {@link ArchiveRecord#late}
 * @param lateEvents see {@link ArchiveRecord#lateEvents}
 * @param lateTotals whether a running total may have come too late: the next day's first difference goes by it
 * @param layouts see {@link ArchiveRecord#layouts}
 * @param head of its frame; null for a mark
 */
record ArchiveEntry(
        Path file,
        long position,
        long sinceMillis,
        long number,
        long clockMillis,
        Span events,
        Span late,
        long lateEvents,
        boolean lateTotals,
        String layouts,
        @Nullable FrameHeader head) {

    static ArchiveEntry of(Path file, long position, ArchiveRecord record) throws IOException {
        try {
            return new ArchiveEntry(
                    file,
                    position,
                    record.sinceMillis(),
                    record.number(),
                    record.clockMillis(),
                    record.events(),
                    record.late(),
                    record.lateEvents(),
                    record.isLate() && holdsTotals(FrameCodec.decode(record.frame())),
                    record.layouts(),
                    record.findHeader().orElse(null));
        } catch (MalformedFrameException e) {
            throw new IOException(file + " holds at byte " + position + " what is no frame: " + e.getMessage(), e);
        }
    }

    private static boolean holdsTotals(Frame frame) {
        DoorColumns doors = frame.door();
        for (int row = 0; row < doors.rows(); row++) {
            if (doors.totals(row)) {
                return true;
            }
        }
        return false;
    }

    /** Its frame under another header. */
    byte[] frameUnder(FrameHeader header) throws IOException {
        try {
            return FrameCodec.withHeader(
                    header, ArchiveFile.read(file, position).frame());
        } catch (MalformedFrameException e) {
            throw new IOException(file + " holds at byte " + position + " an unreadable frame: " + e.getMessage(), e);
        }
    }
}
