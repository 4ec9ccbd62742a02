package dev.footfall.floorboard;

import dev.footfall.events.MalformedFrameException;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.Chain;
import dev.footfall.jobs.points.Point;
import dev.footfall.servers.Influxd;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a simulated store as a live job has written them at an instant, computed without Flink. Heat maps of single minutes,
 * which are most of the points, are left out: no page reads them.
 */
final class ComputedFigures {
    private static final int PSEUDONYM_KEY_BYTES = 32;
    private static final int BATCH = 20_000;
    private static final long SEED = 20261122;

    /** What a point is written over by. */
    private record Place(String series, long timeMillis) {}

    private final List<String> lines;

    private ComputedFigures(List<String> lines) {
        this.lines = lines;
    }

    /** A store of a folder of packs in which nobody was at {@code from}, at {@code now}. */
    static ComputedFigures of(Path stores, String store, Instant from, Instant now)
            throws IOException, MalformedFrameException {
        StorePacks packs = StorePacks.open(stores);
        Simulation simulation = Simulation.of(stores.resolve(store), SensorErrors.DEFAULT, SEED, from.toEpochMilli());
        List<byte[]> frames = new ArrayList<>();
        List<byte[]> live;
        try (Gateway gateway = Gateway.ofRecording(
                packs,
                Framing.ofRecording(),
                StoreKeys.ofSecret(new byte[PSEUDONYM_KEY_BYTES]),
                (named, lane, frame) -> frames.add(frame),
                letter -> {})) {
            simulation.advance(
                    now.toEpochMilli(),
                    message -> gateway.accept(message.atMillis(), message.topic(), message.payload()));
            live = List.copyOf(frames);
        }
        return of(packs, store, live);
    }

    private static ComputedFigures of(StorePacks packs, String store, List<byte[]> frames)
            throws MalformedFrameException {
        Chain chain = new Chain(packs.find(store).orElseThrow(), Cadence.LIVE);
        for (byte[] frame : frames) {
            chain.accept(frame);
        }
        Map<Place, String> last = new LinkedHashMap<>();
        for (Point point : chain.points()) {
            if (!point.series().startsWith("heatmap,") || !point.series().contains(",window=1m")) {
                last.put(new Place(point.series(), point.timeMillis()), point.line());
            }
        }
        return new ComputedFigures(List.copyOf(last.values()));
    }

    /** Writes them to a database. */
    void writeTo(Influxd influxd, String database) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (int from = 0; from < lines.size(); from += BATCH) {
            String batch = String.join("\n", lines.subList(from, Math.min(lines.size(), from + BATCH)));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(influxd.url().resolve("/write?precision=ms&db=" + database))
                            .POST(HttpRequest.BodyPublishers.ofString(batch))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new IOException(answer.body());
            }
        }
    }
}
