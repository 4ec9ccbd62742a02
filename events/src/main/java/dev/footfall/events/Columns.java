package dev.footfall.events;

import java.util.Objects;

/**
 * The rows of one kind in a frame, in order of arrival; row numbers run from 0.
 *
 * <p>Immutable as seen from outside, and safe to read from several threads.
 */
public abstract sealed class Columns
        permits DoorColumns,
                ObservationColumns,
                ShelfColumns,
                BeaconColumns,
                ReceiptColumns,
                TouchpointColumns,
                StatusColumns {
    private final Kind kind;
    final Table table;
    final Dictionary dictionary;

    Columns(Kind kind, Table table, Dictionary dictionary) {
        this.kind = kind;
        this.table = table;
        this.dictionary = dictionary;
    }

    public final Kind kind() {
        return kind;
    }

    public final int rows() {
        return table.rows();
    }

    /** The row's place in time, ms since the epoch: of a shelf stay its end if it is over, else its start. */
    public long timeMillis(int row) {
        return get(FrameLayout.TIME, row);
    }

    /** How much the gateway added to the times that the device said, for its clock is wrong; 0 mostly. */
    public final long shiftMillis(int row) {
        return get(table.columns.size() - 1, row);
    }

    /** The row's place in time by the device's own word. */
    public final long saidMillis(int row) {
        return timeMillis(row) - shiftMillis(row);
    }

    /** The row's place in the frame over all kinds, in order of arrival. */
    public final int index(int row) {
        return (int) get(FrameLayout.INDEX, row);
    }

    /** The device that reported it. */
    public final String device(int row) {
        return string(FrameLayout.DEVICE, row);
    }

    /** The pseudonym of whom it is about; 0 for none. */
    public long subject(int row) {
        return dictionary.subject(get(FrameLayout.SUBJECT, row));
    }

    final long get(int column, int row) {
        return table.get(column, Objects.checkIndex(row, table.rows()));
    }

    final String string(int column, int row) {
        return dictionary.string(get(column, row));
    }
}
