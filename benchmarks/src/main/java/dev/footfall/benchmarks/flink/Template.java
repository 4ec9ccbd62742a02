package dev.footfall.benchmarks.flink;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.geofences.StorePacks;
import dev.footfall.simulator.Message;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.SimulationSettings;
import dev.footfall.simulator.truth.Truth;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A stretch of one simulated store's life, as its gateway puts it into frames; others are made of it by {@link FrameCopies}.
 *
 * @param pack the folder of its store pack
 * @param frames in the order they were cut
 */
record Template(Path pack, List<byte[]> frames) {
    private static final LocalDate A_MONDAY = LocalDate.of(2026, 3, 2);
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long STEP_MILLIS = 60_000;

    /** The folder of a store pack among the examples. */
    static Path example(String pack) {
        return Path.of(System.getProperty("footfall.home", "."))
                .resolve("examples")
                .resolve(pack);
    }

    /** Simulates a store on a Monday, with sensors that do not err. */
    static Template simulate(Path pack, double afterOpeningHours, double hours, int visitsPerDay, Framing framing) {
        return simulate(pack, afterOpeningHours, hours, visitsPerDay, framing, message -> {});
    }

    /** The same, while somebody else hears every message too. */
    static Template simulate(
            Path pack,
            double afterOpeningHours,
            double hours,
            int visitsPerDay,
            Framing framing,
            Consumer<Message> also) {
        long opening = Simulation.openingMillis(pack, A_MONDAY);
        Simulation simulation =
                Simulation.of(new SimulationSettings(pack, SensorErrors.NONE, 1, opening, visitsPerDay), Truth.NONE);
        long from = opening + Math.round(afterOpeningHours * HOUR_MILLIS);
        long until = from + Math.round(hours * HOUR_MILLIS);
        List<byte[]> frames = new ArrayList<>();
        try (Gateway gateway = Gateway.ofRecording(
                StorePacks.open(pack.resolveSibling(".")),
                framing,
                StoreKeys.unprotected(),
                (store, lane, frame) -> frames.add(frame),
                letter -> {
                    throw new IllegalStateException("a simulated message was refused: " + letter.detail());
                })) {
            Consumer<Message> heard = message -> {
                if (message.atMillis() >= from) {
                    also.accept(message);
                    gateway.accept(message.atMillis(), message.topic(), message.payload());
                }
            };
            for (long at = opening; at < until; at += STEP_MILLIS) {
                simulation.advance(Math.min(until, at + STEP_MILLIS), heard);
            }
            simulation.end(heard);
        }
        return new Template(pack, frames);
    }

    /** Its frames, decoded one after the other; ticks are left out. */
    void each(FrameTaker taker) throws Exception {
        for (byte[] bytes : frames) {
            if (FrameCodec.header(bytes) instanceof FrameHeader) {
                taker.take(FrameCodec.decode(bytes));
            }
        }
    }

    /** All of them decoded, ticks left out. */
    List<Frame> decoded() throws Exception {
        List<Frame> decoded = new ArrayList<>();
        each(decoded::add);
        return decoded;
    }

    /** The number of its tracked positions. */
    long positions() throws MalformedFrameException {
        long positions = 0;
        for (byte[] bytes : frames) {
            if (FrameCodec.header(bytes) instanceof FrameHeader) {
                positions += FrameCodec.decode(bytes).track().rows();
            }
        }
        return positions;
    }

    /** Takes frames. */
    @FunctionalInterface
    interface FrameTaker {
        void take(Frame frame) throws Exception;
    }
}
