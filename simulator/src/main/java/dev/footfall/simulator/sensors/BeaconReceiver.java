package dev.footfall.simulator.sensors;

import dev.footfall.simulator.people.Person;
import dev.footfall.simulator.people.Scene;

/** Hears the tags near it every other second, the weaker the further away, with the scatter that radio has. */
final class BeaconReceiver implements Sensor {
    private static final double REACH_METRES = 15;
    private static final double SCATTER_DBM = 2.5;
    private static final int TX_DBM = -59;
    private static final double LOSS_PER_DECADE = 22;
    private static final double NEAREST_METRES = 0.5;
    private static final long PERIOD_MILLIS = 2000;

    private final Device device;
    private final int floor;
    private final double xMetres;
    private final double yMetres;
    private final JsonBytes json = new JsonBytes();

    BeaconReceiver(Device device, int floor, double xMetres, double yMetres) {
        this.device = device;
        this.floor = floor;
        this.xMetres = xMetres;
        this.yMetres = yMetres;
    }

    @Override
    public void see(Scene scene, Outbox outbox) {
        long now = scene.timeMillis();
        if (!device.isUp(now, outbox) || now % PERIOD_MILLIS != 0) {
            return;
        }
        json.clear().raw("[");
        for (Person person : scene.people()) {
            if (person.isTagged() && person.floor() == floor) {
                double metres = Math.hypot(person.x() / 1000.0 - xMetres, person.y() / 1000.0 - yMetres);
                if (metres <= REACH_METRES) {
                    hear(person, Math.max(NEAREST_METRES, metres), now);
                }
            }
        }
        if (json.length() > 1) {
            device.publish(now, json.raw("]").toBytes(), outbox);
        }
    }

    private void hear(Person person, double metres, long nowMillis) {
        double rssi = TX_DBM
                - LOSS_PER_DECADE * StrictMath.log10(metres)
                + device.dice().normal(0, SCATTER_DBM);
        json.raw(json.length() > 1 ? ",{\"time\":" : "{\"time\":").whole(device.said(nowMillis));
        json.raw(",\"tag\":\"tag-").whole(person.number());
        json.raw("\",\"rssi\":")
                .whole(Math.round(rssi))
                .raw(",\"tx\":")
                .whole(TX_DBM)
                .raw("}");
    }
}
