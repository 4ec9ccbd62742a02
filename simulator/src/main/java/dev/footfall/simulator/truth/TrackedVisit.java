package dev.footfall.simulator.truth;

import dev.footfall.geofences.Parameters;
import dev.footfall.simulator.people.Person;
import dev.footfall.simulator.sensors.View;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** What a tracking device that sees everything in its view would know of one person. */
final class TrackedVisit {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Person who;
    private final String source;
    private final View view;
    private final Parameters parameters;
    private final List<List<TrueZone>> zonesByFloor;
    private final List<TrackCrossings> doors;
    private final List<String> floorIds;
    private final Truth truth;
    private final Stays stays;

    private boolean seen;
    private long startedMillis;
    private long lastMillis;
    private int lastFloor = Person.NOWHERE;
    private int lastX;
    private int lastY;
    private boolean lone;
    private boolean standing;
    private final List<TrueZone> standingIn = new ArrayList<>();
    private long staffFromMillis;

    TrackedVisit(
            Person who,
            String source,
            View view,
            Parameters parameters,
            List<List<TrueZone>> zonesByFloor,
            List<TrackCrossings> doors,
            List<String> floorIds,
            Truth truth) {
        this.who = who;
        this.source = source;
        this.view = view;
        this.parameters = parameters;
        this.zonesByFloor = zonesByFloor;
        this.doors = doors;
        this.floorIds = floorIds;
        this.truth = truth;
        this.stays = new Stays(Integer.toString(who.number()), truth::stay);
    }

    /** It is a full second: the person is seen, or not. */
    void look(long timeMillis) {
        if (view.sees(who.floor(), who.x(), who.y())) {
            see(timeMillis);
        }
    }

    private void see(long timeMillis) {
        if (seen && timeMillis - lastMillis > parameters.visitGapMillis()) {
            end();
        }
        if (!seen) {
            seen = true;
            startedMillis = timeMillis;
            lastFloor = Person.NOWHERE;
        }
        boolean joined = joins(timeMillis);
        if (joined) {
            lone = false;
            if (!who.isStaff()) {
                stay(timeMillis);
            }
        } else {
            breakOff();
            lone = true;
            standing = false;
            staffFromMillis = timeMillis;
        }
        if (!who.isStaff()) {
            for (TrackCrossings door : doors) {
                door.observe(who.floor(), who.x(), who.y(), timeMillis, joined, Integer.toString(who.number()));
            }
        }
        lastMillis = timeMillis;
        lastFloor = who.floor();
        lastX = who.x();
        lastY = who.y();
    }

    private boolean joins(long timeMillis) {
        long took = timeMillis - lastMillis;
        double limit = parameters.maxSpeedMillimetresPerSecond() * (took / 1000.0);
        return lastFloor == who.floor()
                && took <= parameters.bridgeMillis()
                && Math.hypot((double) who.x() - lastX, (double) who.y() - lastY) <= limit;
    }

    private void stay(long timeMillis) {
        long begin = lastMillis * NANOS_PER_MILLI;
        long end = timeMillis * NANOS_PER_MILLI;
        Coordinate to = metres(who.x(), who.y());
        if (who.x() == lastX && who.y() == lastY) {
            if (!standing) {
                standing = true;
                standingIn.clear();
                zonesByFloor.get(lastFloor).stream()
                        .filter(zone -> zone.cut().covers(to))
                        .forEach(standingIn::add);
            }
            standingIn.forEach(zone -> stays.inside(zone, begin, end));
            return;
        }
        standing = false;
        Coordinate from = metres(lastX, lastY);
        for (TrueZone zone : zonesByFloor.get(lastFloor)) {
            zone.cut().cut(from, begin, to, end, (entered, left) -> stays.inside(zone, entered, left));
        }
    }

    /** A break: who was seen once only, for no time, was there nevertheless. */
    private void breakOff() {
        if (lastFloor == Person.NOWHERE) {
            return;
        }
        if (who.isStaff()) {
            if (lastMillis > staffFromMillis) {
                truth.staff(staffFromMillis, lastMillis, floorIds.get(lastFloor));
            }
        } else if (lone) {
            for (TrueZone zone : zonesByFloor.get(lastFloor)) {
                if (zone.cut().covers(metres(lastX, lastY))) {
                    stays.inside(zone, lastMillis * NANOS_PER_MILLI, lastMillis * NANOS_PER_MILLI);
                }
            }
        }
    }

    /** Nothing more will be seen, as far as this visit goes. */
    void end() {
        if (!seen) {
            return;
        }
        breakOff();
        stays.closeAll();
        truth.visit(new TrueVisit(
                Integer.toString(who.number()),
                source,
                who.isStaff(),
                Integer.toString(who.group()),
                who.mission(),
                startedMillis,
                lastMillis));
        seen = false;
        lastFloor = Person.NOWHERE;
    }

    private static Coordinate metres(int x, int y) {
        return new Coordinate(x / 1000.0, y / 1000.0);
    }
}
