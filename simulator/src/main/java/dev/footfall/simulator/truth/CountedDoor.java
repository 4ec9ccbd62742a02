package dev.footfall.simulator.truth;

import dev.footfall.geofences.Door;
import dev.footfall.simulator.people.Person;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;

/** A door with a counter, which counts everybody when they reach its line. */
final class CountedDoor {
    private static final long STEP_MILLIS = 1000;

    private final String door;
    private final LineSegment line;
    private final Envelope box;

    CountedDoor(Door door) {
        this.door = door.id();
        this.line = new LineSegment(door.axMetres(), door.ayMetres(), door.bxMetres(), door.byMetres());
        this.box = new Envelope(line.p0, line.p1);
    }

    /** Notes whether the step of the second before took somebody through. */
    void cross(Person who, long nowMillis, CrossingLedger ledger) {
        Coordinate from = new Coordinate(who.xBefore() / 1000.0, who.yBefore() / 1000.0);
        Coordinate to = new Coordinate(who.x() / 1000.0, who.y() / 1000.0);
        if (!box.intersects(from, to)) {
            return;
        }
        LineSegment step = new LineSegment(from, to);
        @Nullable Coordinate at = step.intersection(line);
        boolean fromLeft = line.orientationIndex(from) > 0;
        if (at != null && fromLeft != line.orientationIndex(to) > 0) {
            double share = from.distance(at) / step.getLength();
            ledger.note(new TrueCrossing(
                    nowMillis - STEP_MILLIS + (long) Math.floor(share * STEP_MILLIS),
                    door,
                    fromLeft ? TrueCrossing.Direction.IN : TrueCrossing.Direction.OUT,
                    Integer.toString(who.number())));
        }
    }
}
