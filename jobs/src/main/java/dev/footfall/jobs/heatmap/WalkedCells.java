package dev.footfall.jobs.heatmap;

import dev.footfall.jobs.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives the cells of a store small numbers, their <i>slots</i>, so that figures per cell are plain arrays.
 *
 * <p>Cells get them by blocks of four columns and two rows, when one of the block is walked on for the first time: neighbours lie side by side in every array,
 * and who walks meets few lines of memory. A block is known by its floor's id, its column and its row, not by a place in an array: a new layout version may change
 * the size of a grid.
 */
final class WalkedCells {
    private static final int COLUMN_BITS = 2;
    private static final int COLUMN_MASK = (1 << COLUMN_BITS) - 1;
    private static final int ROW_BITS = 1;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;
    private static final int BLOCK_BITS = COLUMN_BITS + ROW_BITS;
    private static final int CELL_MASK = (1 << BLOCK_BITS) - 1;

    private static final int BITS = 24;
    private static final int MASK = (1 << BITS) - 1;
    /** Before there were blocks. */
    private static final int PLAIN_BITS = 20;

    private static final int PLAIN_MASK = (1 << PLAIN_BITS) - 1;

    private final List<String> floors = new ArrayList<>();
    /** Of each floor, its blocks by row and column: a look-up for every piece of every movement. */
    private final List<BlocksOfFloor> blocks = new ArrayList<>();

    private int size;
    /** Of each block its floor, column and row. */
    private long[] places = new long[4];
    /** Of each block the store day on which cells were announced last, and which, a bit each. */
    private long[] days = new long[4];

    private byte[] announced = new byte[4];

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
        blocks.add(new BlocksOfFloor());
    }

    /** The slot of a cell, given out when a cell of its block is walked on for the first time. */
    int slot(int floor, int column, int row) {
        int block = blocks.get(floor).find(column >> COLUMN_BITS, row >> ROW_BITS);
        if (block == BlocksOfFloor.NONE) {
            block = add(floor, column >> COLUMN_BITS, row >> ROW_BITS);
        }
        return (block << BLOCK_BITS) | ((row & ROW_MASK) << COLUMN_BITS) | (column & COLUMN_MASK);
    }

    private int add(int floor, int blockColumn, int blockRow) {
        int block = size++;
        blocks.get(floor).put(blockColumn, blockRow, block);
        if (block == places.length) {
            places = Arrays.copyOf(places, block * 2);
            days = Arrays.copyOf(days, block * 2);
            announced = Arrays.copyOf(announced, block * 2);
        }
        places[block] = ((((long) floor << BITS) | blockColumn) << BITS) | blockRow;
        days[block] = Long.MIN_VALUE;
        return block;
    }

    /** Whether this is the first call for a slot on that store day, as long as no other day comes in between. */
    boolean announce(int slot, long dayStartMillis) {
        int block = slot >> BLOCK_BITS;
        int cell = 1 << (slot & CELL_MASK);
        if (days[block] != dayStartMillis) {
            days[block] = dayStartMillis;
            announced[block] = 0;
        }
        boolean first = (announced[block] & cell) == 0;
        announced[block] |= (byte) cell;
        return first;
    }

    /** The number of a cell's floor. */
    int floor(int slot) {
        return floorOf(slot >> BLOCK_BITS);
    }

    /** The ids of the floors, by number. */
    List<String> floors() {
        return floors;
    }

    int column(int slot) {
        return (blockColumn(slot >> BLOCK_BITS) << COLUMN_BITS) | (slot & COLUMN_MASK);
    }

    int row(int slot) {
        return (blockRow(slot >> BLOCK_BITS) << ROW_BITS) | ((slot >> COLUMN_BITS) & ROW_MASK);
    }

    private int floorOf(int block) {
        return (int) (places[block] >> (2 * BITS));
    }

    private int blockColumn(int block) {
        return (int) (places[block] >> BITS) & MASK;
    }

    private int blockRow(int block) {
        return (int) places[block] & MASK;
    }

    /** Writes each block by its way from the one before, for most are neighbours; and the cells that were announced on the last day of any. */
    void write(DataOutput out) throws IOException {
        Varints.write(out, floors.size());
        for (String floor : floors) {
            out.writeUTF(floor);
        }
        Varints.write(out, size);
        int column = 0;
        int row = 0;
        for (int block = 0; block < size; block++) {
            Varints.write(out, floorOf(block));
            Varints.writeSigned(out, blockColumn(block) - column);
            Varints.writeSigned(out, blockRow(block) - row);
            column = blockColumn(block);
            row = blockRow(block);
        }
        long lastDay = Long.MIN_VALUE;
        for (int block = 0; block < size; block++) {
            lastDay = Math.max(lastDay, days[block]);
        }
        out.writeLong(lastDay);
        for (int block = 0; block < size; block++) {
            out.writeByte(days[block] == lastDay ? announced[block] : 0);
        }
    }

    static WalkedCells read(DataInput in) throws IOException {
        WalkedCells walked = new WalkedCells();
        walked.readFloors(in, Varints.readInt(in));
        int size = Varints.readInt(in);
        int column = 0;
        int row = 0;
        for (int i = 0; i < size; i++) {
            int floor = Varints.readInt(in);
            column += (int) Varints.readSigned(in);
            row += (int) Varints.readSigned(in);
            walked.add(floor, column, row);
        }
        long lastDay = in.readLong();
        for (int block = 0; block < size; block++) {
            walked.days[block] = lastDay;
            walked.announced[block] = in.readByte();
        }
        return walked;
    }

    private void readFloors(DataInput in, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            addFloor(in.readUTF());
        }
    }

    /** Reads into this, empty, what was written when each cell had a number of its own; answers the slots by those numbers. */
    int[] readSingly(DataInput in) throws IOException {
        readFloors(in, Varints.readInt(in));
        int[] slots = new int[Varints.readInt(in)];
        int column = 0;
        int row = 0;
        for (int i = 0; i < slots.length; i++) {
            int floor = Varints.readInt(in);
            column += (int) Varints.readSigned(in);
            row += (int) Varints.readSigned(in);
            slots[i] = slot(floor, column, row);
        }
        long lastDay = in.readLong();
        int onLastDay = 0;
        for (int i = 0; i < slots.length; i++) {
            if (i % Byte.SIZE == 0) {
                onLastDay = in.readUnsignedByte();
            }
            if (((onLastDay >> (i % Byte.SIZE)) & 1) != 0) {
                announce(slots[i], lastDay);
            }
        }
        return slots;
    }

    /** The same, of what was written when each cell took sixteen bytes. */
    int[] readPlain(DataInput in) throws IOException {
        readFloors(in, in.readInt());
        int[] slots = new int[in.readInt()];
        for (int i = 0; i < slots.length; i++) {
            long cell = in.readLong();
            int floor = (int) (cell >> (2 * PLAIN_BITS));
            slots[i] = slot(floor, (int) (cell >> PLAIN_BITS) & PLAIN_MASK, (int) cell & PLAIN_MASK);
            announce(slots[i], in.readLong());
        }
        return slots;
    }
}
