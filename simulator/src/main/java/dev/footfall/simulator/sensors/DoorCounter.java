package dev.footfall.simulator.sensors;

import dev.footfall.geofences.Door;
import dev.footfall.simulator.people.PassBy;
import dev.footfall.simulator.people.Person;
import dev.footfall.simulator.people.Scene;
import java.util.ArrayList;
import java.util.List;

/** Counts who goes through a door or by it: a report for each person, or one for each full interval. It may miss somebody, or count somebody twice. */
final class DoorCounter implements Sensor {
    private final Device device;
    private final Door door;
    private final int floor;
    /** 0: each person at once. */
    private final long intervalMillis;

    private final JsonBytes json = new JsonBytes();
    private final List<Count> counted = new ArrayList<>();

    private record Count(long timeMillis, int in, int out, int passing) {}

    DoorCounter(Device device, Door door, int floor, long intervalMillis) {
        this.device = device;
        this.door = door;
        this.floor = floor;
        this.intervalMillis = intervalMillis;
    }

    @Override
    public void see(Scene scene, Outbox outbox) {
        boolean up = device.isUp(scene.timeMillis(), outbox);
        if (up) {
            for (Person person : scene.people()) {
                count(person, scene.timeMillis());
            }
            for (PassBy pass : scene.passersBy()) {
                if (pass.door().equals(door.id())) {
                    add(pass.timeMillis(), 0, 0, 1);
                }
            }
        }
        if (intervalMillis == 0) {
            reportEach(scene.timeMillis(), outbox);
        } else if (scene.timeMillis() % intervalMillis == 0) {
            report(scene.timeMillis(), up, outbox);
        }
    }

    /** Sees whether somebody's step of the last second crossed the line: where the one lies between the ends of the other, and the other way round. */
    private void count(Person person, long nowMillis) {
        if (person.floor() != floor || person.floorBefore() != floor) {
            return;
        }
        double before = side(person.xBefore(), person.yBefore());
        double after = side(person.x(), person.y());
        if (before > 0 == after > 0) {
            return;
        }
        double share = before / (before - after);
        double x = (person.xBefore() + share * (person.x() - person.xBefore())) / 1000;
        double y = (person.yBefore() + share * (person.y() - person.yBefore())) / 1000;
        double dx = door.bxMetres() - door.axMetres();
        double dy = door.byMetres() - door.ayMetres();
        double along = ((x - door.axMetres()) * dx + (y - door.ayMetres()) * dy) / (dx * dx + dy * dy);
        if (along >= 0 && along <= 1) {
            long time = nowMillis - 1000 + (long) Math.floor(share * 1000);
            add(time, before > 0 ? 1 : 0, before > 0 ? 0 : 1, 0);
        }
    }

    /** Above 0 on the left of the line's direction. */
    private double side(int x, int y) {
        return (door.bxMetres() - door.axMetres()) * (y / 1000.0 - door.ayMetres())
                - (door.byMetres() - door.ayMetres()) * (x / 1000.0 - door.axMetres());
    }

    private void add(long timeMillis, int in, int out, int passing) {
        int times = device.dice().happens(device.errors().doorMissed())
                ? 0
                : device.dice().happens(device.errors().doorTwice()) ? 2 : 1;
        if (times > 0) {
            counted.add(new Count(timeMillis, in * times, out * times, passing * times));
        }
    }

    private void reportEach(long nowMillis, Outbox outbox) {
        for (Count count : counted) {
            write(count.timeMillis, count.in, count.out, count.passing);
            device.publish(nowMillis, json.raw("}").toBytes(), outbox);
        }
        counted.clear();
    }

    /** What was seen while a line was out is lost with it. */
    private void report(long nowMillis, boolean up, Outbox outbox) {
        int in = 0;
        int out = 0;
        int passing = 0;
        for (Count count : counted) {
            in += count.in;
            out += count.out;
            passing += count.passing;
        }
        counted.clear();
        if (up) {
            write(nowMillis, in, out, passing);
            json.raw(",\"seconds\":").thousandths(intervalMillis).raw("}");
            device.publish(nowMillis, json.toBytes(), outbox);
        }
    }

    private void write(long timeMillis, int in, int out, int passing) {
        json.clear().raw("{\"time\":").whole(device.said(timeMillis));
        json.raw(",\"in\":").whole(in).raw(",\"out\":").whole(out);
        if (passing > 0) {
            json.raw(",\"passing\":").whole(passing);
        }
    }
}
