package dev.footfall.simulator.sensors;

import dev.footfall.simulator.people.Payment;
import dev.footfall.simulator.people.Scene;

/** Prints a receipt for everybody who pays at its checkout. */
final class Till implements Sensor {
    private static final double MEDIAN_PRICE = 2.4;

    private final Device device;
    private final String name;
    private final String checkout;
    private final JsonBytes json = new JsonBytes();

    Till(Device device, String name, String checkout) {
        this.device = device;
        this.name = name;
        this.checkout = checkout;
    }

    @Override
    public void see(Scene scene, Outbox outbox) {
        boolean up = device.isUp(scene.timeMillis(), outbox);
        for (Payment payment : scene.payments()) {
            if (up && payment.checkout().equals(checkout)) {
                int items = payment.who().items();
                double price = device.dice().logNormal(MEDIAN_PRICE, 0.4);
                json.clear().raw("{\"time\":").whole(device.said(payment.timeMillis()));
                json.raw(",\"till\":\"")
                        .raw(name)
                        .raw("\",\"channel\":\"till\",\"items\":")
                        .whole(items);
                json.raw(",\"amount\":").thousandths(Math.round(items * price * 100) * 10);
                json.raw(payment.who().isTagged() ? ",\"member\":true,\"tag\":\"tag-" : ",\"member\":false");
                if (payment.who().isTagged()) {
                    json.whole(payment.who().number()).raw("\"");
                }
                device.publish(scene.timeMillis(), json.raw("}").toBytes(), outbox);
            }
        }
    }
}
