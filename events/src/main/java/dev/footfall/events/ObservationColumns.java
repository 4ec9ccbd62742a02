package dev.footfall.events;

/** Observations of where somebody is: tracks of cameras or positions of tags. */
public final class ObservationColumns extends Columns {
    private static final int FLOOR = 4;
    private static final int X = 5;
    private static final int Y = 6;
    private static final int STAFF = 7; // of tracks
    private static final int ACCURACY = 7; // of positions

    ObservationColumns(Kind kind, Table table, Dictionary dictionary) {
        super(kind, table, dictionary);
    }

    public String floor(int row) {
        return string(FLOOR, row);
    }

    /** Millimetres to the right in the store frame. */
    public int xMillimetres(int row) {
        return (int) get(X, row);
    }

    /** Millimetres upwards in the store frame. */
    public int yMillimetres(int row) {
        return (int) get(Y, row);
    }

    /** Whether the camera takes the person for staff; false for positions. */
    public boolean staff(int row) {
        return kind() == Kind.TRACK && get(STAFF, row) == 1;
    }

    /** One standard deviation of a position; -1 where not said, and for tracks. */
    public int accuracyMillimetres(int row) {
        return kind() == Kind.POSITION ? (int) get(ACCURACY, row) : -1;
    }
}
