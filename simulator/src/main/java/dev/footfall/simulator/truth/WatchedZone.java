package dev.footfall.simulator.truth;

import dev.footfall.simulator.people.Person;
import dev.footfall.simulator.people.Scene;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/** A zone that a shelf camera watches: every uninterrupted time that a customer is inside is a stay, and a visit, of its own. */
final class WatchedZone {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String camera;
    private final TrueZone zone;
    private final int floor;
    private final Truth truth;
    private final TreeMap<Integer, Inside> inside = new TreeMap<>();
    private int stays;

    private static final class Inside {
        private final Person who;
        private final long enteredNanos;
        private long leftNanos;

        private Inside(Person who, long enteredNanos) {
            this.who = who;
            this.enteredNanos = enteredNanos;
        }
    }

    WatchedZone(String camera, TrueZone zone, int floor, Truth truth) {
        this.camera = camera;
        this.zone = zone;
        this.floor = floor;
        this.truth = truth;
    }

    void see(Scene scene) {
        long now = scene.timeMillis() * NANOS_PER_MILLI;
        long before = (scene.timeMillis() - 1000) * NANOS_PER_MILLI;
        for (Person who : scene.people()) {
            if (!who.isStaff() && who.floor() == floor && who.floorBefore() == floor) {
                Coordinate from = new Coordinate(who.xBefore() / 1000.0, who.yBefore() / 1000.0);
                Coordinate to = new Coordinate(who.x() / 1000.0, who.y() / 1000.0);
                zone.cut().cut(from, before, to, now, (begin, end) -> extend(who, begin, end));
            }
        }
        for (Iterator<Map.Entry<Integer, Inside>> each = inside.entrySet().iterator(); each.hasNext(); ) {
            Inside stay = each.next().getValue();
            if (stay.leftNanos < now) {
                close(stay);
                each.remove();
            }
        }
    }

    private void extend(Person who, long begin, long end) {
        Inside stay = inside.get(who.number());
        if (stay != null && stay.leftNanos != begin) {
            close(stay);
            stay = null;
        }
        if (stay == null) {
            stay = new Inside(who, begin);
            inside.put(who.number(), stay);
        }
        stay.leftNanos = end;
    }

    /** The camera says whole milliseconds, and what it says is what counts. */
    private void close(Inside stay) {
        stays++;
        String visit = camera + '-' + zone.id() + '-' + stays;
        long entered = stay.enteredNanos / NANOS_PER_MILLI;
        long left = stay.leftNanos / NANOS_PER_MILLI;
        truth.stay(new TrueStay(visit, zone.floor(), zone.id(), entered * NANOS_PER_MILLI, left * NANOS_PER_MILLI));
        truth.visit(new TrueVisit(
                visit, camera, false, Integer.toString(stay.who.group()), stay.who.mission(), entered, left));
    }
}
