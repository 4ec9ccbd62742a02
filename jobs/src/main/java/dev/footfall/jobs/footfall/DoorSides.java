package dev.footfall.jobs.footfall;

import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.jobs.state.SortedKeys;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts who crosses a door line, once, however long somebody dithers on it.
 *
 * <p>Each track has a side of each door of its floor: where it was when last at least {@code doorBand} away from the line, at first where
 * its first observation was. It changes sides when it is that far away on the other one; if the way there reached the door's own
 * segment, that is one crossing. So in minus out is always right, whatever happens within the band.
 */
final class DoorSides {
    private static final byte RIGHT = 0;
    private static final byte LEFT = 1;
    private static final byte REACHED = 2;

    /** Takes the crossings. */
    @FunctionalInterface
    interface Crossings {
        /** A track crossed a door, inwards (from left to right of its direction) or outwards. */
        void crossed(Door door, boolean inwards);
    }

    /** Per visit a byte per door of the floor it is on: the side, and whether the door was reached since. */
    private final Long2ObjectOpenHashMap<byte[]> sides = new Long2ObjectOpenHashMap<>();

    /** The lines of the doors of the floor that was asked for last. */
    private DoorLine[] lines = {};

    private @Nullable Floor linesOf;

    void begin(long visit, Floor floor, int xMillimetres, int yMillimetres) {
        int doors = floor.doors().size();
        if (doors == 0) {
            sides.remove(visit);
            return;
        }
        byte[] track = new byte[doors];
        for (Door door : floor.doors()) {
            track[door.index()] = line(floor, door).isLeft(xMillimetres, yMillimetres) ? LEFT : RIGHT;
        }
        sides.put(visit, track);
    }

    void step(
            long visit, Floor floor, int fromX, int fromY, int toX, int toY, int bandMillimetres, Crossings crossings) {
        byte[] track = sides.get(visit);
        if (track == null) {
            begin(visit, floor, fromX, fromY);
            track = sides.get(visit);
            if (track == null) {
                return;
            }
        }
        for (Door door : floor.doors()) {
            int d = door.index();
            DoorLine line = line(floor, door);
            if ((track[d] & REACHED) == 0 && line.isMet(fromX, fromY, toX, toY)) {
                track[d] |= REACHED;
            }
            if (line.isFar(toX, toY, bandMillimetres)) {
                byte side = line.isLeft(toX, toY) ? LEFT : RIGHT;
                boolean reached = (track[d] & REACHED) != 0;
                if (reached && side != (track[d] & LEFT)) {
                    crossings.crossed(door, side == RIGHT);
                }
                track[d] = side;
            }
        }
    }

    private DoorLine line(Floor floor, Door door) {
        if (linesOf != floor) {
            lines = floor.doors().stream().map(DoorLine::of).toArray(DoorLine[]::new);
            linesOf = floor;
        }
        return lines[door.index()];
    }

    /** The doors of a layout as a text: sides taken in one version hold in another when each floor has the same doors, drawn alike. */
    static String drawn(Layout layout) {
        TreeSet<String> floors = new TreeSet<>();
        for (Floor floor : layout.floors()) {
            StringBuilder text = new StringBuilder(floor.id()).append(':');
            for (Door door : floor.doors()) {
                DoorLine line = DoorLine.of(door);
                text.append(' ').append(door.id());
                text.append(' ').append(line.ax()).append(' ').append(line.ay());
                text.append(' ').append(line.bx()).append(' ').append(line.by());
            }
            floors.add(text.toString());
        }
        return String.join("\n", floors);
    }

    /** Forgets all sides: another layout version has other doors, and every track begins anew at them. */
    void forget() {
        sides.clear();
    }

    void end(long visit) {
        sides.remove(visit);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(sides.size());
        for (long visit : SortedKeys.of(sides.keySet())) {
            byte[] track = sides.get(visit);
            out.writeLong(visit);
            out.writeInt(track.length);
            out.write(track);
        }
    }

    static DoorSides read(DataInput in) throws IOException {
        DoorSides doors = new DoorSides();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            long visit = in.readLong();
            byte[] track = new byte[in.readInt()];
            in.readFully(track);
            doors.sides.put(visit, track);
        }
        return doors;
    }
}
