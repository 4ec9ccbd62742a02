package dev.footfall.jobs.heatmap;

import dev.footfall.jobs.state.Varints;
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
    private static final int BITS = 20;
    private static final int MASK = (1 << BITS) - 1;

    private final List<String> floors = new ArrayList<>();
    /** Of each floor, its slots by row and column: a look-up for every piece of every movement. */
    private final List<SlotsOfFloor> slots = new ArrayList<>();

    private int size;
    private long[] cells = new long[16];
    private long[] announced = new long[16];

    /** The number of a floor, given out when it is walked on for the first time. */
    int floor(String id) {
        int number = floors.indexOf(id);
        if (number < 0) {
            number = floors.size();
            addFloor(id);
        }
        return number;
    }

    private void addFloor(String id) {
        floors.add(id);
        slots.add(new SlotsOfFloor());
    }

    /** The slot of a cell, given out when it is walked on for the first time. */
    int slot(int floor, int column, int row) {
        SlotsOfFloor ofFloor = slots.get(floor);
        int slot = ofFloor.find(column, row);
        if (slot == SlotsOfFloor.NONE) {
            slot = size++;
            ofFloor.put(column, row, slot);
            if (slot == cells.length) {
                cells = Arrays.copyOf(cells, slot * 2);
                announced = Arrays.copyOf(announced, slot * 2);
            }
            cells[slot] = ((((long) floor << BITS) | column) << BITS) | row;
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

    /** The number of a cell's floor. */
    int floor(int slot) {
        return (int) (cells[slot] >> (2 * BITS));
    }

    /** The ids of the floors, by number. */
    List<String> floors() {
        return floors;
    }

    int column(int slot) {
        return (int) (cells[slot] >> BITS) & MASK;
    }

    int row(int slot) {
        return (int) cells[slot] & MASK;
    }

    /** Writes each cell by its way from the one before, for most are neighbours; and those that were announced on the last day of any. */
    void write(DataOutput out) throws IOException {
        Varints.write(out, floors.size());
        for (String floor : floors) {
            out.writeUTF(floor);
        }
        Varints.write(out, size);
        for (int slot = 0; slot < size; slot++) {
            int before = Math.max(0, slot - 1);
            boolean isFirst = slot == 0;
            Varints.write(out, floor(slot));
            Varints.writeSigned(out, column(slot) - (isFirst ? 0 : column(before)));
            Varints.writeSigned(out, row(slot) - (isFirst ? 0 : row(before)));
        }
        long lastDay = Long.MIN_VALUE;
        for (int slot = 0; slot < size; slot++) {
            lastDay = Math.max(lastDay, announced[slot]);
        }
        out.writeLong(lastDay);
        for (int first = 0; first < size; first += Byte.SIZE) {
            int onLastDay = 0;
            for (int slot = first; slot < Math.min(size, first + Byte.SIZE); slot++) {
                onLastDay |= announced[slot] == lastDay ? 1 << (slot - first) : 0;
            }
            out.writeByte(onLastDay);
        }
    }

    static WalkedCells read(DataInput in) throws IOException {
        WalkedCells walked = new WalkedCells();
        int floors = Varints.readInt(in);
        for (int i = 0; i < floors; i++) {
            walked.addFloor(in.readUTF());
        }
        int size = Varints.readInt(in);
        int column = 0;
        int row = 0;
        for (int i = 0; i < size; i++) {
            int floor = Varints.readInt(in);
            column += (int) Varints.readSigned(in);
            row += (int) Varints.readSigned(in);
            walked.slot(floor, column, row);
        }
        long lastDay = in.readLong();
        int onLastDay = 0;
        for (int slot = 0; slot < size; slot++) {
            if (slot % Byte.SIZE == 0) {
                onLastDay = in.readUnsignedByte();
            }
            if (((onLastDay >> (slot % Byte.SIZE)) & 1) != 0) {
                walked.announced[slot] = lastDay;
            }
        }
        return walked;
    }

    /** Reads what was written when each cell took sixteen bytes. */
    static WalkedCells readPlain(DataInput in) throws IOException {
        WalkedCells walked = new WalkedCells();
        int floors = in.readInt();
        for (int i = 0; i < floors; i++) {
            walked.addFloor(in.readUTF());
        }
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            long cell = in.readLong();
            int slot = walked.slot((int) (cell >> (2 * BITS)), (int) (cell >> BITS) & MASK, (int) cell & MASK);
            walked.announced[slot] = in.readLong();
        }
        return walked;
    }
}
