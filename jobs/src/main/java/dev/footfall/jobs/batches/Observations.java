package dev.footfall.jobs.batches;

import java.util.Arrays;

/**
 * Where somebody was seen: one row per observation, as columns.
 *
 * <p>Times are milliseconds since the epoch, positions whole millimetres in the store frame, {@code floor} the index of the
 * floor in the layout version of the batch. Rows are in the total order of the store's events once {@code ingest} has
 * released them. Not thread-safe; the arrays are replaced as rows are added.
 */
public final class Observations {
    private static final int FIRST_CAPACITY = 8;
    private static final long[] NO_LONGS = {};
    private static final int[] NO_INTS = {};
    private static final boolean[] NO_BOOLEANS = {};

    private int size;
    private long[] timeMillis = NO_LONGS;
    private long[] subject = NO_LONGS;
    private int[] floor = NO_INTS;
    private int[] x = NO_INTS;
    private int[] y = NO_INTS;
    private boolean[] staff = NO_BOOLEANS;

    /** Adds one row. */
    public void add(long timeMillis, long subject, int floor, int xMillimetres, int yMillimetres, boolean staff) {
        if (size == this.timeMillis.length) {
            grow();
        }
        this.timeMillis[size] = timeMillis;
        this.subject[size] = subject;
        this.floor[size] = floor;
        this.x[size] = xMillimetres;
        this.y[size] = yMillimetres;
        this.staff[size] = staff;
        size++;
    }

    /** Makes room for so many rows more. */
    public void expect(int rows) {
        if (size + rows > timeMillis.length) {
            resize(size + rows);
        }
    }

    private void grow() {
        resize(Math.max(FIRST_CAPACITY, size * 2));
    }

    private void resize(int capacity) {
        timeMillis = Arrays.copyOf(timeMillis, capacity);
        subject = Arrays.copyOf(subject, capacity);
        floor = Arrays.copyOf(floor, capacity);
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        staff = Arrays.copyOf(staff, capacity);
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** When row {@code i} was observed. */
    public long timeMillis(int i) {
        return timeMillis[i];
    }

    /** Pseudonym of the subject of row {@code i}. */
    public long subject(int i) {
        return subject[i];
    }

    /** Index of the floor in the batch's layout version. */
    public int floor(int i) {
        return floor[i];
    }

    /** Distance to the right of the store frame's origin, in millimetres. */
    public int xMillimetres(int i) {
        return x[i];
    }

    /** Distance upwards from the store frame's origin, in millimetres. */
    public int yMillimetres(int i) {
        return y[i];
    }

    /** Whether the device said the subject is staff. */
    public boolean staff(int i) {
        return staff[i];
    }
}
