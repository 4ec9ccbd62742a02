package dev.footfall.grafana;

import dev.footfall.events.MalformedFrameException;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.Chain;
import dev.footfall.jobs.points.Point;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.SimulationSettings;
import dev.footfall.simulator.truth.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A day of the demo stores, with fewer visits than they have, as a chain's job writes it to InfluxDB; computed without Flink. Added is what a
 * job reading recordings has not: how far the stores' clocks are behind the wall's, a minute in which a gateway has lost frames, and the
 * doors' figures of a week before, which are those of the day.
 */
final class SimulatedDay {
    /** Visits on an average day, by store. */
    static final Map<String, Integer> STORES = Map.of("supermarket", 140, "fashion", 60, "kiosk", 50);

    static final Instant START = Instant.parse("2026-11-02T03:00:00Z");

    /** The end of what devices told: the stores are closed, and the last visitors gone. */
    static final Instant NOW = Instant.parse("2026-11-02T21:20:00Z");

    static final Duration WEEK = Duration.ofDays(7);

    /** The stores open at six, and nobody is in before staff come. */
    private static final Instant OPENING = Instant.parse("2026-11-02T05:40:00Z");

    static final Instant FRAMES_LOST = Instant.parse("2026-11-02T12:00:00Z");

    private static final String LAG = ",lag_ms=2100i";
    private static final String GAPS = ",gaps=3i";
    private static final int PSEUDONYM_KEY_BYTES = 32;
    private static final long SEED = 20261122;

    /** What a point is written over by; a series may have several owners, each with fields of its own. */
    private record Place(String series, String firstField, long timeMillis) {
        Place(Point point) {
            this(point.series(), point.fields().substring(0, point.fields().indexOf('=')), point.timeMillis());
        }
    }

    private SimulatedDay() {}

    /** Line protocol, times in milliseconds: every point once, as it was written last. */
    static List<String> lines() throws IOException, MalformedFrameException {
        Path folder = Project.resolve("examples/demo/stores");
        StorePacks packs = StorePacks.open(folder);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Integer> store : STORES.entrySet()) {
            lines.addAll(linesOf(packs, folder, store.getKey(), store.getValue()));
        }
        return List.copyOf(lines);
    }

    private static List<String> linesOf(StorePacks packs, Path folder, String store, int visits)
            throws IOException, MalformedFrameException {
        Chain chain = new Chain(packs.find(store).orElseThrow(), Cadence.CHAIN);
        Map<Place, Point> last = new LinkedHashMap<>();
        List<byte[]> frames = new ArrayList<>();
        Simulation simulation = Simulation.of(
                new SimulationSettings(
                        folder.resolve(store), SensorErrors.DEFAULT, SEED, OPENING.toEpochMilli(), visits),
                Truth.NONE);
        try (Gateway gateway = Gateway.ofRecording(
                packs,
                Framing.ofRecording(),
                StoreKeys.ofSecret(new byte[PSEUDONYM_KEY_BYTES]),
                (named, lane, frame) -> frames.add(frame),
                letter -> {})) {
            simulation.advance(
                    NOW.toEpochMilli(),
                    message -> gateway.accept(message.atMillis(), message.topic(), message.payload()));
        }
        for (byte[] frame : frames) {
            chain.accept(frame);
            for (Point point : chain.points()) {
                last.put(new Place(point), point);
            }
            chain.points().clear();
        }
        List<String> lines = new ArrayList<>();
        for (Point point : last.values()) {
            String fields = point.fields();
            if (point.series().startsWith("pipeline,") && fields.startsWith("frames=")) {
                fields += LAG;
                if (store.equals("supermarket") && point.timeMillis() == FRAMES_LOST.toEpochMilli()) {
                    fields = fields.replace(",gaps=0i", GAPS);
                }
            }
            lines.add(point.series() + ' ' + fields + ' ' + point.timeMillis());
            if (point.series().startsWith("footfall,") || point.series().startsWith("occupancy,")) {
                lines.add(point.series() + ' ' + fields + ' ' + (point.timeMillis() - WEEK.toMillis()));
            }
        }
        return lines;
    }
}
