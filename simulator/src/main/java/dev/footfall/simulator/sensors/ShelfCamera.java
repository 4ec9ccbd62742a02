package dev.footfall.simulator.sensors;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Zone;
import dev.footfall.simulator.people.Person;
import dev.footfall.simulator.people.Scene;
import dev.footfall.simulator.settings.ErrorRates;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Measures how long customers stand in the zones it watches. It tells when somebody comes, and again when they have left. */
final class ShelfCamera implements Sensor {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double SECONDS_PER_HOUR = 3600;

    private final Device device;
    private final Floor floor;
    private final Zone zone;
    private final TreeMap<Integer, Stay> inside = new TreeMap<>();
    private final JsonBytes json = new JsonBytes();
    private long nextStay = 1;

    private static final class Stay {
        private long id;
        private final long enteredNanos;
        private long leftNanos;
        private boolean told;

        private Stay(long id, long enteredNanos) {
            this.id = id;
            this.enteredNanos = enteredNanos;
        }
    }

    ShelfCamera(Device device, Floor floor, Zone zone) {
        this.device = device;
        this.floor = floor;
        this.zone = zone;
    }

    @Override
    public void see(Scene scene, Outbox outbox) {
        long now = scene.timeMillis();
        boolean up = device.isUp(now, outbox);
        Set<Integer> seen = new HashSet<>();
        for (Person person : scene.people()) {
            if (!person.isStaff() && person.floor() == floor.index() && person.floorBefore() == floor.index()) {
                floor.zoneIndex()
                        .cut(
                                person.xBefore(),
                                person.yBefore(),
                                (now - 1000) * NANOS_PER_MILLI,
                                person.x(),
                                person.y(),
                                now * NANOS_PER_MILLI,
                                (index, from, to) -> {
                                    if (index == zone.index()) {
                                        extend(person.number(), from, to, now, up, outbox);
                                        seen.add(person.number());
                                    }
                                });
            }
        }
        tell(now, up, seen, outbox);
    }

    private void extend(int person, long fromNanos, long toNanos, long nowMillis, boolean up, Outbox outbox) {
        Stay stay = inside.get(person);
        if (stay != null && stay.leftNanos != fromNanos) {
            finish(stay, nowMillis, up, outbox);
            stay = null;
        }
        if (stay == null) {
            stay = new Stay(nextStay++, fromNanos);
            inside.put(person, stay);
        }
        stay.leftNanos = toNanos;
    }

    /** Tells who is new and who has left: whoever was not inside to the end of this second. */
    private void tell(long nowMillis, boolean up, Set<Integer> seen, Outbox outbox) {
        for (var each = inside.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Integer, Stay> entry = each.next();
            Stay stay = entry.getValue();
            boolean left = !seen.contains(entry.getKey()) || stay.leftNanos < nowMillis * NANOS_PER_MILLI;
            if (left) {
                finish(stay, nowMillis, up, outbox);
                each.remove();
            } else if (!stay.told && up) {
                stay.told = true;
                write(stay);
                device.publish(nowMillis, json.raw("}").toBytes(), outbox);
            } else if (!device.errors().equals(ErrorRates.NONE)
                    && device.dice().happens(device.errors().switchesPerHour() / SECONDS_PER_HOUR)) {
                stay.id = nextStay++;
            }
        }
    }

    private void finish(Stay stay, long nowMillis, boolean up, Outbox outbox) {
        if (up) {
            write(stay);
            json.raw(",\"left\":")
                    .whole(device.said(stay.leftNanos / NANOS_PER_MILLI))
                    .raw("}");
            device.publish(nowMillis, json.toBytes(), outbox);
        }
    }

    private void write(Stay stay) {
        json.clear().raw("{\"id\":\"").whole(stay.id).raw("\",\"zone\":\"").raw(zone.id());
        json.raw("\",\"entered\":").whole(device.said(stay.enteredNanos / NANOS_PER_MILLI));
    }
}
