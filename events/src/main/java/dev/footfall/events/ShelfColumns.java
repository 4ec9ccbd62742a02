package dev.footfall.events;

import java.util.Optional;

/** Stays before a zone as shelf cameras report them. */
public final class ShelfColumns extends Columns {
    /** The end of a stay that is not over. */
    public static final long OPEN = Long.MIN_VALUE;

    private static final int ZONE = 4;
    private static final int STAYED = 5;
    private static final int FACING = 6;
    private static final int ENTERED_SUBJECT = 7;

    ShelfColumns(Table table, Dictionary dictionary) {
        super(Kind.SHELF, table, dictionary);
    }

    @Override
    public long timeMillis(int row) {
        return enteredMillis(row) + Math.max(0, get(STAYED, row));
    }

    public long enteredMillis(int row) {
        return get(FrameLayout.TIME, row);
    }

    /** The end of the stay, {@link #OPEN} if it is not over. */
    public long leftMillis(int row) {
        long stayed = get(STAYED, row);
        return stayed < 0 ? OPEN : enteredMillis(row) + stayed;
    }

    /** The pseudonym that the person had in the store day in which the stay began; {@link #subject} is that of its end. */
    public long enteredSubject(int row) {
        long place = get(ENTERED_SUBJECT, row);
        return place < 0 ? subject(row) : dictionary.subject(place);
    }

    public String zone(int row) {
        return string(ZONE, row);
    }

    /** The part of the shelf that the person faced, if said. */
    public Optional<String> findFacing(int row) {
        return get(FACING, row) < 0 ? Optional.empty() : Optional.of(string(FACING, row));
    }
}
