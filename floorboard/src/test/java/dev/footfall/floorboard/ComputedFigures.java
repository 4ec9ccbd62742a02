package dev.footfall.floorboard;

import dev.footfall.events.MalformedFrameException;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.recordings.Recording;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.Chain;
import dev.footfall.jobs.points.Point;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of a store, computed from a recording as a live job does, without Flink. */
final class ComputedFigures {
    private static final int PSEUDONYM_KEY_BYTES = 32;
    private static final int BATCH = 50_000;

    private final List<String> lines;

    private ComputedFigures(List<String> lines) {
        this.lines = lines;
    }

    static ComputedFigures of(Path stores, String store, Path recording) throws IOException, MalformedFrameException {
        StorePacks packs = StorePacks.open(stores);
        List<byte[]> frames = new ArrayList<>();
        try (Gateway gateway = Gateway.ofRecording(
                        packs,
                        Framing.ofRecording(),
                        StoreKeys.ofSecret(new byte[PSEUDONYM_KEY_BYTES]),
                        (named, lane, frame) -> frames.add(frame),
                        letter -> {});
                Recording lines = Recording.open(recording)) {
            while (lines.readLine(gateway)) {}
        }
        Chain chain = new Chain(packs.find(store).orElseThrow(), Cadence.LIVE);
        for (byte[] frame : frames) {
            chain.accept(frame);
        }
        return new ComputedFigures(chain.points().stream().map(Point::line).toList());
    }

    /** Writes them in their order, provisional ones before the final ones, to a database that is made for them. */
    void writeTo(Influxd influxd, String database) throws IOException, InterruptedException {
        influxd.query("", "CREATE DATABASE " + database);
        HttpClient http = HttpClient.newHttpClient();
        for (int from = 0; from < lines.size(); from += BATCH) {
            String batch = lines.subList(from, Math.min(lines.size(), from + BATCH)).stream()
                    .collect(Collectors.joining("\n"));
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
