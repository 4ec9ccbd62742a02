package dev.footfall.simulator.chain;

import dev.footfall.events.DeviceTopic;
import dev.footfall.events.EventJson;
import dev.footfall.events.MalformedEventException;
import dev.footfall.events.Topics;
import dev.footfall.simulator.Message;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.SimulationSettings;
import dev.footfall.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * What the devices of one simulated store publish over a stretch of time, in order of receipt.
 *
 * @param said its messages, all received after {@code fromMillis} and not after {@code untilMillis}
 */
record Template(long fromMillis, long untilMillis, List<Said> said) {
    private static final long STEP_MILLIS = 60_000;

    Template {
        said = List.copyOf(said);
    }

    /** Simulates it, having let people come in for a while before. */
    static Template simulate(StoreFormat format, long seed, long fromMillis, long untilMillis, long warmUpMillis) {
        Simulation simulation = Simulation.of(
                new SimulationSettings(
                        format.template(), SensorErrors.NONE, seed, fromMillis - warmUpMillis, format.visitsPerDay()),
                Truth.NONE);
        EventJson json = new EventJson();
        List<Said> said = new ArrayList<>();
        for (long at = fromMillis - warmUpMillis; at < untilMillis; at += STEP_MILLIS) {
            simulation.advance(Math.min(at + STEP_MILLIS, untilMillis), message -> {
                if (message.atMillis() > fromMillis && message.atMillis() <= untilMillis) {
                    said.add(said(json, message));
                }
            });
        }
        return new Template(fromMillis, untilMillis, said);
    }

    private static Said said(EventJson json, Message message) {
        DeviceTopic topic = Topics.parse(message.topic())
                .orElseThrow(() -> new IllegalStateException("a simulated device publishes on " + message.topic()));
        try {
            return new Said(
                    message.atMillis(), topic, json.decode(topic.kind(), message.payload()), message.retained());
        } catch (MalformedEventException e) {
            throw new IllegalStateException("a simulated device says what cannot be read: " + e.detail(), e);
        }
    }

    long lengthMillis() {
        return untilMillis - fromMillis;
    }
}
