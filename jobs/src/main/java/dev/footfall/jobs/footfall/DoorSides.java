package dev.footfall.jobs.footfall;

import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * Counts who crosses a door line, once, however long somebody dithers on it.
 *
 * <p>Each track has a side of each door of its floor: where it was when last at least {@code doorBand} away from the line, at first where
 * its first observation was. It changes sides when it is that far away on the other one; if the way there reached the door's own
 * segment, that is one crossing. So in minus out is always right, whatever happens within the band.
 */
final class DoorSides {
    /** Arithmetic noise that an inclusive limit forgives, in metres. */
    private static final double NOISE_METRES = 1e-9;

    private static final double METRES = 1000.0;
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

    void begin(long visit, Floor floor, int xMillimetres, int yMillimetres) {
        int doors = floor.doors().size();
        if (doors == 0) {
            sides.remove(visit);
            return;
        }
        byte[] track = new byte[doors];
        for (Door door : floor.doors()) {
            track[door.index()] = distance(door, xMillimetres / METRES, yMillimetres / METRES) > 0 ? LEFT : RIGHT;
        }
        sides.put(visit, track);
    }

    void step(long visit, Floor floor, int fromX, int fromY, int toX, int toY, double bandMetres, Crossings crossings) {
        byte[] track = sides.get(visit);
        if (track == null || track.length != floor.doors().size()) {
            begin(visit, floor, fromX, fromY);
            track = sides.get(visit);
            if (track == null) {
                return;
            }
        }
        double x0 = fromX / METRES;
        double y0 = fromY / METRES;
        double x1 = toX / METRES;
        double y1 = toY / METRES;
        for (Door door : floor.doors()) {
            int d = door.index();
            if ((track[d] & REACHED) == 0 && reaches(door, x0, y0, x1, y1)) {
                track[d] |= REACHED;
            }
            double distance = distance(door, x1, y1);
            if (Math.abs(distance) + NOISE_METRES >= bandMetres) {
                byte side = distance > 0 ? LEFT : RIGHT;
                boolean reached = (track[d] & REACHED) != 0;
                if (reached && side != (track[d] & LEFT)) {
                    crossings.crossed(door, side == RIGHT);
                }
                track[d] = side;
            }
        }
    }

    void end(long visit) {
        sides.remove(visit);
    }

    /** Signed distance from the door's line in metres: positive to the left of its direction. */
    private static double distance(Door door, double x, double y) {
        int side = side(door, x, y);
        if (side == 0) {
            return 0;
        }
        double dx = door.bxMetres() - door.axMetres();
        double dy = door.byMetres() - door.ayMetres();
        double cross = dx * (y - door.ayMetres()) - dy * (x - door.axMetres());
        return side * Math.abs(cross) / Math.hypot(dx, dy);
    }

    private static int side(Door door, double x, double y) {
        return CGAlgorithmsDD.orientationIndex(
                door.axMetres(), door.ayMetres(), door.bxMetres(), door.byMetres(), x, y);
    }

    /** Whether the closed segments meet: the ends of each lie on both sides of the other, or on it. */
    private static boolean reaches(Door door, double x0, double y0, double x1, double y1) {
        return overlap(x0, x1, door.axMetres(), door.bxMetres())
                && overlap(y0, y1, door.ayMetres(), door.byMetres())
                && side(door, x0, y0) * side(door, x1, y1) <= 0
                && CGAlgorithmsDD.orientationIndex(x0, y0, x1, y1, door.axMetres(), door.ayMetres())
                                * CGAlgorithmsDD.orientationIndex(x0, y0, x1, y1, door.bxMetres(), door.byMetres())
                        <= 0;
    }

    private static boolean overlap(double a0, double a1, double b0, double b1) {
        return Math.max(a0, a1) >= Math.min(b0, b1) && Math.max(b0, b1) >= Math.min(a0, a1);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(sides.size());
        for (var entry : sides.long2ObjectEntrySet()) {
            out.writeLong(entry.getLongKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
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
