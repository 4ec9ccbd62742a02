package dev.footfall.events;

/** Door reports. */
public final class DoorColumns extends Columns {
    private static final int IN = 3;
    private static final int OUT = 4;
    private static final int PASSING = 5;
    private static final int INTERVAL = 6;
    private static final int TOTALS = 7;

    DoorColumns(Table table, Dictionary dictionary) {
        super(Kind.DOOR, table, dictionary);
    }

    /** Always 0: a door does not know whom it counts. */
    @Override
    public long subject(int row) {
        return 0;
    }

    /** People in since the last report, or in all where {@link #totals}. */
    public long in(int row) {
        return get(IN, row);
    }

    /** People out since the last report, or in all where {@link #totals}. */
    public long out(int row) {
        return get(OUT, row);
    }

    /** People who walked by since the last report. */
    public long passing(int row) {
        return get(PASSING, row);
    }

    /** The time that the report covers, up to {@link #timeMillis}; 0 where not said. */
    public long intervalMillis(int row) {
        return get(INTERVAL, row);
    }

    /** Whether {@link #in} and {@link #out} are running totals. */
    public boolean totals(int row) {
        return get(TOTALS, row) == 1;
    }
}
