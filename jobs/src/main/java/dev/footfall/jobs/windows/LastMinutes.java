package dev.footfall.jobs.windows;

import dev.footfall.jobs.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The last minute in which one visit was at each place.
 *
 * <p>An open-addressing table in one array: asked for every piece of every movement, it costs one line of memory. A place and its minute share an entry, and
 * places that were numbered one after the other, as neighbours are, lie beside each other.
 */
final class LastMinutes {
    /** The visit was not there yet. */
    static final int NEVER = -1;

    private static final int FIRST_CAPACITY = 16;
    private static final int MINUTE_BITS = 16;
    private static final int MINUTE_MASK = (1 << MINUTE_BITS) - 1;
    private static final long EMPTY = 0;
    private static final int NEIGHBOUR_BITS = 3;
    private static final int NEIGHBOUR_MASK = (1 << NEIGHBOUR_BITS) - 1;
    /** 2^32 divided by the golden ratio, odd. */
    private static final int SCATTER = 0x9E3779B9;

    /** {@code place + 1} above the minute. */
    private long[] entries;

    private int size;
    /** The place that was noted last; at one place one mostly stays for several pieces. */
    private int latestPlace = -1;

    private int latestMinute;

    LastMinutes() {
        this(FIRST_CAPACITY);
    }

    private LastMinutes(int capacity) {
        entries = new long[capacity];
    }

    /** Notes the minute at a place, and answers the one before; {@link #NEVER} when there was none. */
    int put(int place, int minute) {
        if (place == latestPlace && minute == latestMinute) {
            return minute;
        }
        latestPlace = place;
        latestMinute = minute;
        return replace(place, minute);
    }

    private int replace(int place, int minute) {
        long key = place + 1L;
        int mask = entries.length - 1;
        for (int at = home(place) & mask; ; at = (at + 1) & mask) {
            long entry = entries[at];
            if (entry >>> MINUTE_BITS == key) {
                entries[at] = (key << MINUTE_BITS) | minute;
                return (int) entry & MINUTE_MASK;
            }
            if (entry == EMPTY) {
                entries[at] = (key << MINUTE_BITS) | minute;
                if (++size > entries.length / 2) {
                    grow();
                }
                return NEVER;
            }
        }
    }

    /** Where looking begins: eight neighbours stay together on a line of memory, the lines are scattered. */
    private static int home(int place) {
        int line = ((place >>> NEIGHBOUR_BITS) * SCATTER) >>> NEIGHBOUR_BITS;
        return (line << NEIGHBOUR_BITS) | (place & NEIGHBOUR_MASK);
    }

    private void grow() {
        long[] before = entries;
        entries = new long[before.length * 2];
        size = 0;
        for (long entry : before) {
            if (entry != EMPTY) {
                replace(place(entry), minute(entry));
            }
        }
    }

    private static int place(long entry) {
        return (int) (entry >>> MINUTE_BITS) - 1;
    }

    private static int minute(long entry) {
        return (int) entry & MINUTE_MASK;
    }

    /** Writes places and minutes, by place, as differences: neighbours are numbered alike and passed in one minute. */
    void write(DataOutput out) throws IOException {
        long[] sorted =
                Arrays.stream(entries).filter(entry -> entry != EMPTY).sorted().toArray();
        Varints.write(out, sorted.length);
        int place = 0;
        int minute = 0;
        for (long entry : sorted) {
            Varints.write(out, place(entry) - place);
            Varints.writeSigned(out, minute(entry) - minute);
            place = place(entry);
            minute = minute(entry);
        }
    }

    static LastMinutes read(DataInput in) throws IOException {
        int size = Varints.readInt(in);
        LastMinutes minutes = ofSize(size);
        int place = 0;
        int minute = 0;
        for (int i = 0; i < size; i++) {
            place += Varints.readInt(in);
            minute += (int) Varints.readSigned(in);
            minutes.put(place, minute);
        }
        return minutes;
    }

    static LastMinutes readPlain(DataInput in) throws IOException {
        int size = in.readInt();
        LastMinutes minutes = ofSize(size);
        for (int i = 0; i < size; i++) {
            minutes.put(in.readInt(), in.readInt());
        }
        return minutes;
    }

    private static LastMinutes ofSize(int size) {
        return new LastMinutes(Math.max(FIRST_CAPACITY, Integer.highestOneBit(size) * 4));
    }
}
