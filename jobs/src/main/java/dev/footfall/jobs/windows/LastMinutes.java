package dev.footfall.jobs.windows;

import dev.footfall.jobs.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The last minute in which one visit was at each place.
 *
 * <p>An open-addressing table in one array: asked for every piece of every movement, it costs one line of memory, and none where the visit moves on among
 * places that were numbered one after the other, as neighbours are: eight of them share an entry.
 */
final class LastMinutes {
    /** The visit was not there yet. */
    static final int NEVER = -1;

    private static final int FIRST_CAPACITY = 4;
    /** Eight places are a block. */
    private static final int BLOCK_BITS = 3;

    private static final int PLACES_OF_BLOCK = 1 << BLOCK_BITS;
    /** Numbers of an entry: {@code block + 1}, or 0 for an empty one; then the minutes of four places each, one more than the minute, 0 for none. */
    private static final int ENTRY = 3;

    private static final int MINUTE_BITS = 16;
    private static final long MINUTE_MASK = (1 << MINUTE_BITS) - 1;
    private static final int MINUTES_BITS = 2;
    private static final int MINUTES_MASK = (1 << MINUTES_BITS) - 1;
    /** 2^32 divided by the golden ratio, odd. */
    private static final int SCATTER = 0x9E3779B9;

    private long[] entries;
    /** What is left of a scattered number of 32 bits is one of an entry. */
    private int shift;

    private int size;
    /** The block that was asked for last, and where its entry begins. */
    private int latestBlock = -1;

    private int latestAt;

    LastMinutes() {
        empty(FIRST_CAPACITY);
    }

    private void empty(int capacity) {
        entries = new long[capacity * ENTRY];
        shift = Integer.numberOfLeadingZeros(capacity) + 1;
        size = 0;
        latestBlock = -1;
    }

    /** Notes the minute at a place, and answers the one before; {@link #NEVER} when there was none. */
    int put(int place, int minute) {
        int block = place >>> BLOCK_BITS;
        int at = (block == latestBlock ? latestAt : entry(block)) + 1 + ((place >>> MINUTES_BITS) & 1);
        int bits = (place & MINUTES_MASK) * MINUTE_BITS;
        long minutes = entries[at];
        entries[at] = (minutes & ~(MINUTE_MASK << bits)) | ((minute + 1L) << bits);
        return (int) ((minutes >>> bits) & MINUTE_MASK) - 1;
    }

    /** Where the entry of a block begins, made where there is none. */
    private int entry(int block) {
        int at = find(block);
        if (entries[at] == 0) {
            if (2 * (size + 1) * ENTRY > entries.length) {
                grow();
                at = find(block);
            }
            entries[at] = block + 1L;
            size++;
        }
        latestBlock = block;
        latestAt = at;
        return at;
    }

    private int find(int block) {
        int at = ((block * SCATTER) >>> shift) * ENTRY;
        while (entries[at] != block + 1L && entries[at] != 0) {
            at += ENTRY;
            if (at == entries.length) {
                at = 0;
            }
        }
        return at;
    }

    private void grow() {
        long[] before = entries;
        int blocks = size;
        empty(2 * before.length / ENTRY);
        size = blocks;
        for (int from = 0; from < before.length; from += ENTRY) {
            if (before[from] != 0) {
                System.arraycopy(before, from, entries, find((int) before[from] - 1), ENTRY);
            }
        }
    }

    /** Writes places and minutes, by place, as differences: neighbours are numbered alike and passed in one minute. */
    void write(DataOutput out) throws IOException {
        long[] sorted = sorted();
        Varints.write(out, sorted.length);
        int place = 0;
        int minute = 0;
        for (long entry : sorted) {
            int itsPlace = (int) (entry >>> MINUTE_BITS);
            int itsMinute = (int) (entry & MINUTE_MASK);
            Varints.write(out, itsPlace - place);
            Varints.writeSigned(out, itsMinute - minute);
            place = itsPlace;
            minute = itsMinute;
        }
    }

    /** Each place above its minute. */
    private long[] sorted() {
        long[] found = new long[size * PLACES_OF_BLOCK];
        int count = 0;
        for (int at = 0; at < entries.length; at += ENTRY) {
            for (int i = 0; entries[at] != 0 && i < PLACES_OF_BLOCK; i++) {
                long minutes = entries[at + 1 + (i >>> MINUTES_BITS)];
                long minute = (minutes >>> ((i & MINUTES_MASK) * MINUTE_BITS)) & MINUTE_MASK;
                if (minute != 0) {
                    long place = ((entries[at] - 1) << BLOCK_BITS) + i;
                    found[count++] = (place << MINUTE_BITS) | (minute - 1);
                }
            }
        }
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Reads what {@link #write} wrote, of places that may have other numbers now. */
    static LastMinutes read(DataInput in, IntUnaryOperator places) throws IOException {
        LastMinutes minutes = new LastMinutes();
        int size = Varints.readInt(in);
        int place = 0;
        int minute = 0;
        for (int i = 0; i < size; i++) {
            place += Varints.readInt(in);
            minute += (int) Varints.readSigned(in);
            minutes.put(places.applyAsInt(place), minute);
        }
        return minutes;
    }

    static LastMinutes readPlain(DataInput in, IntUnaryOperator places) throws IOException {
        LastMinutes minutes = new LastMinutes();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            minutes.put(places.applyAsInt(in.readInt()), in.readInt());
        }
        return minutes;
    }
}
