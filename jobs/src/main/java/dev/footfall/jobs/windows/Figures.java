package dev.footfall.jobs.windows;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The figures of one store in one measurement: the windows that are open, and when they are shown.
 *
 * @param <B> what is added up in a window
 */
public final class Figures<B extends Bucket> {
    private final OpenWindows<B> windows;
    private long clockMillis = Long.MIN_VALUE;

    /** No window is open; {@code empty} makes the bucket of a new one. */
    public Figures(Supplier<B> empty) {
        this.windows = new OpenWindows<>(empty);
    }

    /** From now on there are windows of these lengths only, open ones of others are let go; it is no part of what is written. */
    public void keep(Set<Window> lengths) {
        windows.keep(lengths);
    }

    /** The buckets of the windows that an instant lies in, as {@link OpenWindows#around} gives them. */
    public List<B> around(StoreCalendar calendar, long millis) {
        return windows.around(calendar, millis);
    }

    /** Whether {@link #show} will show any window then. */
    public boolean shows(Schedule schedule, long nowMillis, long allowanceMillis) {
        return windows.isPassed(nowMillis - allowanceMillis) || schedule.anyDue(clockMillis, nowMillis);
    }

    /** Moves the clock on when {@link #show} would show nothing then; answers whether it did. Most batches end no window. */
    public boolean movedOn(Schedule schedule, long nowMillis, long allowanceMillis) {
        if (shows(schedule, nowMillis, allowanceMillis)) {
            return false;
        }
        clockMillis = nowMillis;
        return true;
    }

    /** Moves the clock on and shows the windows that are final by then, and those that are due for a provisional figure by {@code schedule}. */
    public void show(
            Schedule schedule,
            long nowMillis,
            long allowanceMillis,
            Finality finality,
            OpenWindows.Taker<? super B> taker) {
        windows.settle(nowMillis, allowanceMillis, finality, taker);
        windows.due(schedule, clockMillis, nowMillis, taker);
        clockMillis = nowMillis;
    }

    /** The clock that the figures were last shown by; {@link Long#MIN_VALUE} before the first time. */
    public long shownMillis() {
        return clockMillis;
    }

    /** Writes the open windows and the clock. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(clockMillis);
        windows.write(out);
    }

    /** Reads back what {@link #write} wrote into figures without a window. */
    public void read(DataInput in, OpenWindows.Reader<B> reader) throws IOException {
        clockMillis = in.readLong();
        windows.read(in, reader);
    }
}
