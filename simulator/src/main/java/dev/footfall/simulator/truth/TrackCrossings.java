package dev.footfall.simulator.truth;

import dev.footfall.geofences.Door;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;

/** Crossings of one door by one person whom a tracking device follows, with the band around the door in which no side is taken. */
final class TrackCrossings {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Door door;
    private final int floor;
    private final double bandMetres;
    private final LineSegment line;
    private final LineString doorLine;
    private final CrossingLedger ledger;
    private final List<Coordinate> since = new ArrayList<>();
    private boolean known;
    private boolean left;

    TrackCrossings(Door door, int floor, double bandMetres, CrossingLedger ledger) {
        this.door = door;
        this.floor = floor;
        this.bandMetres = bandMetres;
        this.line = new LineSegment(door.axMetres(), door.ayMetres(), door.bxMetres(), door.byMetres());
        this.doorLine = GEOMETRIES.createLineString(new Coordinate[] {line.p0, line.p1});
        this.ledger = ledger;
    }

    void observe(int onFloor, int x, int y, long timeMillis, boolean joined, String visit) {
        if (onFloor != floor) {
            known = false;
            return;
        }
        Coordinate at = new Coordinate(x / 1000.0, y / 1000.0);
        if (joined && !since.isEmpty() && at.equals2D(since.get(since.size() - 1))) {
            return; // standing still goes nowhere
        }
        boolean nowLeft = Orientation.index(line.p0, line.p1, at) == Orientation.LEFT;
        if (!known || !joined) {
            known = true;
            left = nowLeft;
            since.clear();
            since.add(at);
            return;
        }
        since.add(at);
        if (line.distancePerpendicular(at) < bandMetres) {
            return;
        }
        if (nowLeft != left && reachedDoor()) {
            ledger.note(new TrueCrossing(
                    timeMillis, door.id(), left ? TrueCrossing.Direction.IN : TrueCrossing.Direction.OUT, visit));
        }
        left = nowLeft;
        since.clear();
        since.add(at);
    }

    private boolean reachedDoor() {
        return GEOMETRIES.createLineString(since.toArray(Coordinate[]::new)).intersects(doorLine);
    }
}
