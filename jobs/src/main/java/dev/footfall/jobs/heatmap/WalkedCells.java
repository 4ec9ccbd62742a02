package dev.footfall.jobs.heatmap;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives the cells of a store that were ever walked on small numbers, their <i>slots</i>, so that figures per cell are plain arrays.
 *
 * <p>A cell is known by its floor's id, its column and its row, not by a place in an array: a new layout version may change the
 * size of a grid.
 */
final class WalkedCells {
    private static final int NONE = -1;
    private static final int BITS = 20;
    private static final int MASK = (1 << BITS) - 1;

    private final List<String> floors = new ArrayList<>();
    private final Long2IntOpenHashMap slots = new Long2IntOpenHashMap();
    private long[] cells = new long[16];
    private long[] announced = new long[16];

    WalkedCells() {
        slots.defaultReturnValue(NONE);
    }

    /** The number of a floor, given out when it is walked on for the first time. */
    int floor(String id) {
        int number = floors.indexOf(id);
        if (number < 0) {
            number = floors.size();
            floors.add(id);
        }
        return number;
    }

    /** The slot of a cell, given out when it is walked on for the first time. */
    int slot(int floor, int column, int row) {
        return slot(((long) floor << BITS | column) << BITS | row);
    }

    private int slot(long cell) {
        int slot = slots.get(cell);
        if (slot == NONE) {
            slot = slots.size();
            slots.put(cell, slot);
            if (slot == cells.length) {
                cells = Arrays.copyOf(cells, slot * 2);
                announced = Arrays.copyOf(announced, slot * 2);
            }
            cells[slot] = cell;
            announced[slot] = Long.MIN_VALUE;
        }
        return slot;
    }

    /** Whether this is the first call for a slot on that store day. */
    boolean announce(int slot, long dayStartMillis) {
        boolean first = announced[slot] != dayStartMillis;
        announced[slot] = dayStartMillis;
        return first;
    }

    String floorOf(int slot) {
        return floors.get((int) (cells[slot] >> (2 * BITS)));
    }

    int column(int slot) {
        return (int) (cells[slot] >> BITS) & MASK;
    }

    int row(int slot) {
        return (int) cells[slot] & MASK;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(floors.size());
        for (String floor : floors) {
            out.writeUTF(floor);
        }
        out.writeInt(slots.size());
        for (int slot = 0; slot < slots.size(); slot++) {
            out.writeLong(cells[slot]);
            out.writeLong(announced[slot]);
        }
    }

    static WalkedCells read(DataInput in) throws IOException {
        WalkedCells walked = new WalkedCells();
        int floors = in.readInt();
        for (int i = 0; i < floors; i++) {
            walked.floors.add(in.readUTF());
        }
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            int slot = walked.slot(in.readLong());
            walked.announced[slot] = in.readLong();
        }
        return walked;
    }
}
