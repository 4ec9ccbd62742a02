package dev.footfall.simulator.sensors;

import dev.footfall.events.Kind;
import dev.footfall.events.Topics;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.simulator.people.Dice;
import dev.footfall.simulator.settings.ErrorRates;
import java.nio.charset.StandardCharsets;

/** What all devices have: a name, a clock that may be wrong, a line that may be out, and a status. */
final class Device {
    private static final int SHORTEST_LATENCY_MILLIS = 30;
    private static final int LATENCY_SPREAD_MILLIS = 300;
    private static final double MOST_SKEW_MILLIS = 1_400;
    private static final long WILL_MILLIS = 1_500;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final long SECOND_MILLIS = 1_000;

    private final String topic;
    private final String statusTopic;
    private final Dice dice;
    private final ErrorRates errors;
    private final long skewMillis;
    private final int latencyMillis;
    private final long heartbeatMillis;
    private boolean greeted;
    private long silentUntilMillis = Long.MIN_VALUE;
    private boolean silent;
    private long heardMillis;

    Device(String store, DeviceConfig config, Dice dice, ErrorRates errors) {
        this.topic = topic(store, config.kind(), config.id());
        this.statusTopic = topic(store, Kind.STATUS, config.id());
        this.dice = dice;
        this.errors = errors;
        this.heartbeatMillis = config.heartbeatMillis();
        this.latencyMillis = dice.between(SHORTEST_LATENCY_MILLIS, SHORTEST_LATENCY_MILLIS + LATENCY_SPREAD_MILLIS);
        this.skewMillis = errors.skewMillis() == 0
                ? 0
                : Math.round(
                        Math.max(-MOST_SKEW_MILLIS, Math.min(MOST_SKEW_MILLIS, dice.normal(0, errors.skewMillis()))));
    }

    private static String topic(String store, Kind kind, String device) {
        return Topics.ROOT + '/' + store + '/' + kind.topicName() + '/' + device;
    }

    Dice dice() {
        return dice;
    }

    ErrorRates errors() {
        return errors;
    }

    /** An instant as its clock says it. */
    long said(long timeMillis) {
        return timeMillis + skewMillis;
    }

    /**
     * Says at first that it is online, since the second began; then whether its line is up now, and its status when that changes or when it had nothing
     * else to say for half of its heartbeat, so that one lost message is no silence. To be asked once a second.
     */
    boolean isUp(long nowMillis, Outbox outbox) {
        if (!greeted) {
            greeted = true;
            heardMillis = nowMillis - SECOND_MILLIS;
            status(said(heardMillis), nowMillis + 1, "online", outbox);
        }
        if (silent && nowMillis >= silentUntilMillis) {
            silent = false;
            beat(nowMillis, outbox);
        } else if (!silent && dice.happens(errors.outagesPerDay() / SECONDS_PER_DAY)) {
            silent = true;
            double minutes = dice.logNormal(errors.outageMinutes(), 0.5);
            silentUntilMillis = nowMillis + Math.round(minutes * 60) * 1000;
            // the broker says it, by its own clock, when it misses the device
            status(nowMillis + WILL_MILLIS, nowMillis + WILL_MILLIS, "offline", outbox);
        }
        if (!silent && nowMillis - heardMillis >= heartbeatMillis / 2) {
            beat(nowMillis, outbox);
        }
        return !silent;
    }

    /** Publishes what it has seen by now. */
    void publish(long nowMillis, byte[] payload, Outbox outbox) {
        heardMillis = nowMillis;
        publishNothing(nowMillis, payload, outbox);
    }

    /** Publishes that it has seen nothing: no sign of life to those who count events. */
    void publishNothing(long nowMillis, byte[] payload, Outbox outbox) {
        outbox.send(nowMillis + latencyMillis, topic, payload, false);
    }

    private void beat(long nowMillis, Outbox outbox) {
        heardMillis = nowMillis;
        status(said(nowMillis), nowMillis + 1, "online", outbox);
    }

    private void status(long timeMillis, long atMillis, String state, Outbox outbox) {
        String payload = "{\"time\":" + timeMillis + ",\"state\":\"" + state + "\"}";
        outbox.send(atMillis, statusTopic, payload.getBytes(StandardCharsets.US_ASCII), true);
    }
}
