package dev.footfall.jobs.batches;

import java.util.Arrays;

/**
 * How subjects moved: tracks cut into rows that later operators read without knowing how observations are joined.
 *
 * <p>Every track is one {@link #BEGIN}, any number of {@link #STEP}s (a segment each: the straight line from the observation
 * before) and one {@link #END}; a track of a single observation ends with {@link #LONE} instead. Rows of one subject are in the
 * order of time; an END becomes known only when nothing can be joined any more, so it may follow later rows of others.
 * Staff do not appear here.
 */
public final class Steps {
    /** A track begins at this observation. */
    public static final byte BEGIN = 0;
    /** A segment from the observation before to this one. */
    public static final byte STEP = 1;
    /** The track ended at this, its last observation. */
    public static final byte END = 2;
    /** The track ended and this was its only observation: a lone point. */
    public static final byte LONE = 3;

    private static final int FIRST_CAPACITY = 8;
    private static final long[] NO_LONGS = {};
    private static final int[] NO_INTS = {};
    private static final byte[] NO_BYTES = {};

    private int size;
    private byte[] type = NO_BYTES;
    private long[] subject = NO_LONGS;
    private long[] visit = NO_LONGS;
    private int[] floor = NO_INTS;
    private long[] fromMillis = NO_LONGS;
    private long[] toMillis = NO_LONGS;
    private int[] fromX = NO_INTS;
    private int[] fromY = NO_INTS;
    private int[] toX = NO_INTS;
    private int[] toY = NO_INTS;

    /** Adds a row about one observation: BEGIN, END or LONE. */
    public void add(byte type, long subject, int floor, long timeMillis, int x, int y) {
        add(type, subject, floor, timeMillis, x, y, timeMillis, x, y);
    }

    /** Adds a segment. */
    public void addStep(long subject, int floor, long t0Millis, int x0, int y0, long t1Millis, int x1, int y1) {
        add(STEP, subject, floor, t0Millis, x0, y0, t1Millis, x1, y1);
    }

    private void add(byte type, long subject, int floor, long t0, int x0, int y0, long t1, int x1, int y1) {
        if (size == this.type.length) {
            grow();
        }
        this.type[size] = type;
        this.subject[size] = subject;
        this.visit[size] = 0;
        this.floor[size] = floor;
        this.fromMillis[size] = t0;
        this.fromX[size] = x0;
        this.fromY[size] = y0;
        this.toMillis[size] = t1;
        this.toX[size] = x1;
        this.toY[size] = y1;
        size++;
    }

    /** Makes room for so many rows more. */
    public void expect(int rows) {
        if (size + rows > type.length) {
            resize(size + rows);
        }
    }

    private void grow() {
        resize(Math.max(FIRST_CAPACITY, size * 2));
    }

    private void resize(int capacity) {
        type = Arrays.copyOf(type, capacity);
        subject = Arrays.copyOf(subject, capacity);
        visit = Arrays.copyOf(visit, capacity);
        floor = Arrays.copyOf(floor, capacity);
        fromMillis = Arrays.copyOf(fromMillis, capacity);
        toMillis = Arrays.copyOf(toMillis, capacity);
        fromX = Arrays.copyOf(fromX, capacity);
        fromY = Arrays.copyOf(fromY, capacity);
        toX = Arrays.copyOf(toX, capacity);
        toY = Arrays.copyOf(toY, capacity);
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** BEGIN, STEP, END or LONE. */
    public byte type(int i) {
        return type[i];
    }

    /** Pseudonym of the subject. */
    public long subject(int i) {
        return subject[i];
    }

    /** Number of the visit that the row belongs to; 0 until {@code visits} has set it. */
    public long visit(int i) {
        return visit[i];
    }

    /** Says which visit row {@code i} belongs to. */
    public void setVisit(int i, long number) {
        visit[i] = number;
    }

    /** Index of the floor in the batch's layout version; -1 when that version no longer has the floor. */
    public int floor(int i) {
        return floor[i];
    }

    /** Where the segment begins in time; the observation's time for the other types. */
    public long fromMillis(int i) {
        return fromMillis[i];
    }

    /** Time of the row's observation. */
    public long toMillis(int i) {
        return toMillis[i];
    }

    /** Where the segment begins, x in millimetres. */
    public int fromX(int i) {
        return fromX[i];
    }

    /** Where the segment begins, y in millimetres. */
    public int fromY(int i) {
        return fromY[i];
    }

    /** The row's observation, x in millimetres. */
    public int toX(int i) {
        return toX[i];
    }

    /** The row's observation, y in millimetres. */
    public int toY(int i) {
        return toY[i];
    }
}
