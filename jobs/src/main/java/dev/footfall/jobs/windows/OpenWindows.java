package dev.footfall.jobs.windows;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.points.PointWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The windows of one store that can still change, of all four lengths, each with what was added up in it.
 *
 * <p>A window opens when something happens in it and leaves when the store clock has passed its end by the allowance of its
 * measurement. Few are open at once (the running one of each length, and the one before it for a while), so they are a list.
 *
 * @param <B> what is added up in a window
 */
public final class OpenWindows<B extends Bucket> {
    private static final Window[] LENGTHS = Window.values();
    private static final Comparator<Open<?>> BY_START =
            Comparator.<Open<?>>comparingLong(open -> open.start).thenComparing(open -> open.window);

    /** One open window. */
    private static final class Open<B> {
        final Window window;
        final long start;
        final long end;
        final long dayEnd;
        final B bucket;
        boolean shown;

        Open(Window window, long start, long end, long dayEnd, B bucket) {
            this.window = window;
            this.start = start;
            this.end = end;
            this.dayEnd = dayEnd;
            this.bucket = bucket;
        }
    }

    /** Takes a window's figures. */
    @FunctionalInterface
    public interface Taker<B> {
        /** Takes one window: its length, its start, what was added up in it, and the status of that. */
        void take(Window window, long startMillis, B bucket, int status);
    }

    /** Reads back what a bucket wrote. */
    @FunctionalInterface
    public interface Reader<B> {
        /** Reads one bucket. */
        B read(DataInput in) throws IOException;
    }

    private final Supplier<B> empty;
    private final List<Open<B>> open = new ArrayList<>();
    private List<B> around = List.of();
    private Set<Window> kept = Set.of(LENGTHS);
    private long aroundStart = Long.MAX_VALUE;
    private long aroundEnd = Long.MIN_VALUE;
    /** The end of the window that ends first. */
    private long firstEnd = Long.MAX_VALUE;

    /** No window is open; {@code empty} makes the bucket of a new one. */
    public OpenWindows(Supplier<B> empty) {
        this.empty = empty;
    }

    /**
     * The buckets of the windows that {@code millis} lies in, one of each length that is kept in their order; opened where there is none yet.
     * The list is good until windows {@link #settle}.
     */
    public List<B> around(StoreCalendar calendar, long millis) {
        if (millis < aroundStart || millis >= aroundEnd) {
            StoreDay day = calendar.dayOf(millis);
            List<B> found = new ArrayList<>(LENGTHS.length);
            for (Window window : LENGTHS) {
                if (kept.contains(window)) {
                    found.add(at(window, day, millis));
                }
            }
            around = found;
            aroundStart = Window.MINUTE.start(day, millis);
            aroundEnd = Window.MINUTE.end(day, aroundStart);
        }
        return around;
    }

    /** From now on there are windows of these lengths only; open ones of others are let go. */
    void keep(Set<Window> lengths) {
        if (!kept.equals(lengths)) {
            open.removeIf(window -> !lengths.contains(window.window));
            aroundEnd = Long.MIN_VALUE;
        }
        kept = lengths;
    }

    private B at(Window window, StoreDay day, long millis) {
        for (Open<B> candidate : open) {
            if (candidate.window == window && candidate.start <= millis && millis < candidate.end) {
                return candidate.bucket;
            }
        }
        long start = window.start(day, millis);
        Open<B> opened = new Open<>(window, start, window.end(day, start), day.endMillis(), empty.get());
        add(opened);
        return opened.bucket;
    }

    private void add(Open<B> window) {
        open.add(window);
        firstEnd = Math.min(firstEnd, window.end);
    }

    /** Whether any window ended by an instant. */
    boolean isPassed(long millis) {
        return firstEnd <= millis;
    }

    /**
     * Takes out every window that is final. One that the clock has passed by {@code allowanceMillis} but that may still change is shown once
     * as provisional, so that short windows do not wait for the end of the day to be seen.
     */
    public void settle(long clockMillis, long allowanceMillis, Finality finality, Taker<? super B> taker) {
        if (!isPassed(clockMillis - allowanceMillis)) {
            return;
        }
        aroundEnd = Long.MIN_VALUE;
        firstEnd = Long.MAX_VALUE;
        for (Iterator<Open<B>> windows = open.iterator(); windows.hasNext(); ) {
            Open<B> window = windows.next();
            if (window.end > clockMillis - allowanceMillis) {
                firstEnd = Math.min(firstEnd, window.end);
                continue;
            }
            if (finality == Finality.BY_WINDOW || window.dayEnd <= clockMillis - Finality.STAY_OVER_CUT_MILLIS) {
                windows.remove();
                taker.take(window.window, window.start, window.bucket, PointWriter.FINAL);
                continue;
            }
            firstEnd = Math.min(firstEnd, window.end);
            if (!window.shown) {
                window.shown = true;
                taker.take(window.window, window.start, window.bucket, PointWriter.PROVISIONAL);
            }
        }
    }

    /** Shows the windows whose length is due for a provisional figure between two readings of the clock. */
    public void due(Schedule schedule, long beforeMillis, long clockMillis, Taker<? super B> taker) {
        for (Window window : LENGTHS) {
            if (schedule.due(window, beforeMillis, clockMillis)) {
                for (Open<B> candidate : open) {
                    if (candidate.window == window) {
                        taker.take(window, candidate.start, candidate.bucket, PointWriter.PROVISIONAL);
                    }
                }
            }
        }
    }

    /** Writes the open windows, in the order of their starts. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(open.size());
        for (Open<B> window : open.stream().sorted(BY_START).toList()) {
            out.writeUTF(window.window.name());
            out.writeLong(window.start);
            out.writeLong(window.end);
            out.writeLong(window.dayEnd);
            out.writeBoolean(window.shown);
            window.bucket.write(out);
        }
    }

    /** Reads back what {@link #write} wrote into this empty set of windows. */
    public void read(DataInput in, Reader<B> reader) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Window window = Window.valueOf(in.readUTF());
            long start = in.readLong();
            long end = in.readLong();
            long dayEnd = in.readLong();
            boolean shown = in.readBoolean();
            Open<B> restored = new Open<>(window, start, end, dayEnd, reader.read(in));
            restored.shown = shown;
            add(restored);
        }
    }
}
