package dev.footfall.simulator.sensors;

import dev.footfall.simulator.people.Dice;
import dev.footfall.simulator.people.Person;
import dev.footfall.simulator.people.Scene;
import dev.footfall.simulator.settings.ErrorRates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A system of cameras that follows everybody in its view, once a second. It may confuse two people, lose one, and be off by some centimetres. */
final class TrackingCamera implements Sensor {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int NEAR_MILLIMETRES = 1500;
    private static final int LONGEST_LOSS_SECONDS = 15;
    private static final long IDLE_MILLIS = 10_000;
    private static final byte[] NOBODY = {'[', ']'};

    private final Device device;
    private final View view;
    /** What is added for a floor's index; nothing where the device's own floor is meant. */
    private final List<String> floorFields;

    private final Map<Integer, Track> tracks = new HashMap<>();
    private final JsonBytes json = new JsonBytes();
    private long nextTrack = 1;

    private static final class Track {
        private long id;
        private long lostUntilMillis = Long.MIN_VALUE;

        private Track(long id) {
            this.id = id;
        }
    }

    TrackingCamera(Device device, View view, List<String> floors) {
        this.device = device;
        this.view = view;
        this.floorFields = floors.stream()
                .map(floor -> floor.isEmpty() ? "" : ",\"floor\":\"" + floor + "\"")
                .toList();
    }

    @Override
    public void see(Scene scene, Outbox outbox) {
        long now = scene.timeMillis();
        boolean up = device.isUp(now, outbox);
        json.clear().raw("[");
        for (Person person : scene.people()) {
            if (person.isGone()) {
                tracks.remove(person.number());
            } else if (view.sees(person.floor(), person.x(), person.y())) {
                Track track = tracks.computeIfAbsent(person.number(), number -> new Track(nextTrack++));
                if (!device.errors().equals(ErrorRates.NONE)) {
                    err(person, track, scene);
                }
                if (now >= track.lostUntilMillis) {
                    write(person, track.id, device.said(now));
                }
            }
        }
        json.raw("]");
        if (up && json.length() > NOBODY.length) {
            device.publish(now, json.toBytes(), outbox);
        } else if (up && now % IDLE_MILLIS == 0) {
            device.publishNothing(now, NOBODY, outbox);
        }
    }

    private void write(Person person, long track, long timeMillis) {
        json.raw(json.length() > 1 ? ",{\"time\":" : "{\"time\":").whole(timeMillis);
        json.raw(",\"id\":\"").whole(track);
        json.raw("\",\"x\":").thousandths(person.x() + noise());
        json.raw(",\"y\":").thousandths(person.y() + noise());
        json.raw(floorFields.get(person.floor()));
        json.raw(person.isStaff() ? ",\"role\":\"staff\"}" : "}");
    }

    private long noise() {
        double metres = device.errors().noiseMetres();
        return metres == 0 ? 0 : Math.round(device.dice().normal(0, metres * 1000));
    }

    private void err(Person person, Track track, Scene scene) {
        Dice dice = device.dice();
        if (dice.happens(device.errors().lossesPerHour() / SECONDS_PER_HOUR)) {
            track.lostUntilMillis = scene.timeMillis() + dice.between(1, LONGEST_LOSS_SECONDS) * 1000L;
            track.id = nextTrack++;
        }
        if (dice.happens(device.errors().switchesPerHour() / SECONDS_PER_HOUR)) {
            for (Person other : scene.people()) {
                Track others = tracks.get(other.number());
                if (others != null && other != person && isNear(person, other)) {
                    long id = track.id;
                    track.id = others.id;
                    others.id = id;
                    return;
                }
            }
        }
    }

    private static boolean isNear(Person one, Person other) {
        return one.floor() == other.floor()
                && Math.hypot((double) one.x() - other.x(), (double) one.y() - other.y()) <= NEAR_MILLIMETRES;
    }
}
