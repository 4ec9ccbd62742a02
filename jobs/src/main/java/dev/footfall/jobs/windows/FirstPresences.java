package dev.footfall.jobs.windows;

import dev.footfall.geofences.Window;
import dev.footfall.jobs.state.SortedKeys;
import dev.footfall.jobs.state.Varints;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells distinct visits apart without keeping who was where: for every open visit, the last minute it was at each place.
 *
 * <p>A visit's presences at one place come in the order of time and a visit lies in one store day, so the last minute answers
 * for all four windows: it is new in every window that the last minute was not in. Memory is of the open visits only.
 */
public final class FirstPresences {
    private static final int MINUTES_OF_QUARTER = 15;
    private static final int MINUTES_OF_HOUR = 60;
    private static final int MINUTE_BIT = bit(Window.MINUTE);
    private static final int QUARTER_BIT = bit(Window.QUARTER);
    private static final int HOUR_BIT = bit(Window.HOUR);
    private static final int ALL = MINUTE_BIT | QUARTER_BIT | HOUR_BIT | bit(Window.DAY);

    private final Long2ObjectOpenHashMap<LastMinutes> byVisit = new Long2ObjectOpenHashMap<>();
    /** The visit that was asked for last, since one moves through several places in a row. */
    private long latestVisit;

    private @Nullable LastMinutes latest;

    /** Bit of a window in what {@link #note} answers. */
    public static int bit(Window window) {
        return 1 << index(window);
    }

    /** The bits of several. */
    public static int bits(Set<Window> windows) {
        int bits = 0;
        for (Window window : windows) {
            bits |= bit(window);
        }
        return bits;
    }

    /** Place of a window's length among the lengths, as {@link OpenWindows#around} lists them. */
    @SuppressWarnings("EnumOrdinal") // lives in memory only
    public static int index(Window window) {
        return window.ordinal();
    }

    /**
     * Notes that a visit is at a place.
     *
     * @param minute minutes since the store day began
     * @return the {@link #bit}s of the windows around that minute in which it had not been there
     */
    public int note(long visit, int place, int minute) {
        int last = of(visit).put(place, minute);
        if (last == minute) {
            return 0;
        }
        if (last == LastMinutes.NEVER) {
            return ALL;
        }
        int fresh = MINUTE_BIT;
        if (last / MINUTES_OF_QUARTER != minute / MINUTES_OF_QUARTER) {
            fresh |= QUARTER_BIT;
        }
        if (last / MINUTES_OF_HOUR != minute / MINUTES_OF_HOUR) {
            fresh |= HOUR_BIT;
        }
        return fresh;
    }

    private LastMinutes of(long visit) {
        LastMinutes minutes = latest;
        if (minutes == null || latestVisit != visit) {
            minutes = byVisit.get(visit);
            if (minutes == null) {
                minutes = new LastMinutes();
                byVisit.put(visit, minutes);
            }
            latest = minutes;
            latestVisit = visit;
        }
        return minutes;
    }

    /** Forgets a visit that is over. */
    public void forget(long visit) {
        byVisit.remove(visit);
        latest = null;
    }

    /** Writes what is remembered. */
    public void write(DataOutput out) throws IOException {
        Varints.write(out, byVisit.size());
        for (long visit : SortedKeys.of(byVisit.keySet())) {
            out.writeLong(visit);
            byVisit.get(visit).write(out);
        }
    }

    /** Reads back what {@link #write} wrote. */
    public static FirstPresences read(DataInput in) throws IOException {
        return read(in, IntUnaryOperator.identity());
    }

    /** Reads back what {@link #write} wrote, of places that may have other numbers now. */
    public static FirstPresences read(DataInput in, IntUnaryOperator places) throws IOException {
        FirstPresences presences = new FirstPresences();
        int visits = Varints.readInt(in);
        for (int v = 0; v < visits; v++) {
            presences.byVisit.put(in.readLong(), LastMinutes.read(in, places));
        }
        return presences;
    }

    /** Reads what was written when each place and minute took eight bytes. */
    public static FirstPresences readPlain(DataInput in) throws IOException {
        return readPlain(in, IntUnaryOperator.identity());
    }

    /** The same, of places that may have other numbers now. */
    public static FirstPresences readPlain(DataInput in, IntUnaryOperator places) throws IOException {
        FirstPresences presences = new FirstPresences();
        int visits = in.readInt();
        for (int v = 0; v < visits; v++) {
            presences.byVisit.put(in.readLong(), LastMinutes.readPlain(in, places));
        }
        return presences;
    }
}
