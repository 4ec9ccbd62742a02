package dev.footfall.jobs.archive;

import dev.footfall.events.Columns;
import dev.footfall.events.DeviceState;
import dev.footfall.events.Frame;
import dev.footfall.events.ShelfColumns;

/**
 * Which times a frame speaks of. A stay speaks of all the time it lasted, a door report of its interval.
 *
 * <p>A stay that goes on is never late. A status that is older than the clock of its own gateway was kept somewhere, by a broker above all, and tells nothing: it does not count.
 *
 * @param events of all its events
 * @param late of those that are older than the store's clock
 */
public record FrameSpans(Span events, Span late) {
    /** Of a frame that cannot be read. */
    public static final FrameSpans NONE = new FrameSpans(Span.NONE, Span.NONE);

    /** A stay serves its visit further back, and no other day. */
    private static final long LONGEST_STAY_MILLIS = 86_400_000;

    /**
     * Those of a frame.
     *
     * @param clockMillis the store's clock before the frame
     */
    public static FrameSpans of(Frame frame, long clockMillis) {
        Span events = Span.NONE;
        Span late = Span.NONE;
        for (Columns rows : frame.columns()) {
            for (int row = 0; row < rows.rows(); row++) {
                long place = rows.timeMillis(row);
                long from =
                        switch (rows.kind()) {
                            case SHELF -> Math.max(frame.shelf().enteredMillis(row), place - LONGEST_STAY_MILLIS);
                            case DOOR -> place - frame.door().intervalMillis(row);
                            default -> place;
                        };
                boolean counts =
                        switch (rows.kind()) {
                            case STATUS -> frame.status().state(row) == DeviceState.ONLINE;
                            case BEACON -> false;
                            default -> true;
                        };
                if (counts) {
                    events = events.with(from, place);
                    boolean open = rows instanceof ShelfColumns shelf && shelf.leftMillis(row) == ShelfColumns.OPEN;
                    if (place < clockMillis && !open) {
                        late = late.with(from, place);
                    }
                }
            }
        }
        return new FrameSpans(events, late);
    }
}
