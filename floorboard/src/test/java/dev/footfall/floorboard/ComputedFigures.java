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
import java.util.stream.Collectors;

/**
 * The figures of a simulated store as a live job has written them at an instant, computed without Flink. Heat maps of single minutes,
 * which are most of the points, are left out: no page reads them.
 */
final class ComputedFigures {
    private static final int PSEUDONYM_KEY_BYTES = 32;
    private static final int BATCH = 20_000;
    private static final long SEED = 20261122;
    private static final long QUARTER_MILLIS = 900_000;
    private static final long HOUR_MILLIS = 3_600_000;

    /** What a point is written over by. */
    private record Place(String series, long timeMillis) {}

    /** A line of line protocol but for its time. */
    private record Line(String text, long timeMillis) {
        boolean is(String window, Instant start) {
            return timeMillis == start.toEpochMilli() && text.contains(",window=" + window);
        }

        void repeat(long everyMillis, Instant from, Instant to, List<Line> into) {
            for (long time = from.toEpochMilli(); time < to.toEpochMilli(); time += everyMillis) {
                into.add(new Line(text, time));
            }
        }

        @Override
        public String toString() {
            return text + ' ' + timeMillis;
        }
    }

    private final List<Line> lines;

    private ComputedFigures(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** A store of a folder of packs in which nobody was at {@code from}, at {@code now}. */
    static ComputedFigures of(Path stores, String store, Instant from, Instant now)
            throws IOException, MalformedFrameException {
        return of(stores, store, SEED, from, now, Cadence.LIVE);
    }

    /** A store whose sensors told something between two instants only, long after: everything is final. */
    static ComputedFigures ofThePast(Path stores, String store, Instant from, Instant to)
            throws IOException, MalformedFrameException {
        return of(stores, store, SEED + 1, from, to, Cadence.FINAL_ONLY);
    }

    private static ComputedFigures of(Path stores, String store, long seed, Instant from, Instant to, Cadence cadence)
            throws IOException, MalformedFrameException {
        StorePacks packs = StorePacks.open(stores);
        Simulation simulation = Simulation.of(stores.resolve(store), SensorErrors.DEFAULT, seed, from.toEpochMilli());
        List<byte[]> frames = new ArrayList<>();
        List<byte[]> live;
        try (Gateway gateway = Gateway.ofRecording(
                packs,
                Framing.ofRecording(),
                StoreKeys.ofSecret(new byte[PSEUDONYM_KEY_BYTES]),
                (named, lane, frame) -> frames.add(frame),
                letter -> {})) {
            simulation.advance(
                    to.toEpochMilli(),
                    message -> gateway.accept(message.atMillis(), message.topic(), message.payload()));
            live = List.copyOf(frames);
        }
        Chain chain = new Chain(packs.find(store).orElseThrow(), cadence);
        for (byte[] frame : cadence.equals(Cadence.LIVE) ? live : frames) {
            chain.accept(frame);
        }
        Map<Place, Point> last = new LinkedHashMap<>();
        for (Point point : chain.points()) {
            if (!point.series().startsWith("heatmap,") || !point.series().contains(",window=1m")) {
                last.put(new Place(point.series(), point.timeMillis()), point);
            }
        }
        return new ComputedFigures(
                last.values().stream().map(ComputedFigures::line).toList());
    }

    private static Line line(Point point) {
        return new Line(point.series() + ' ' + point.fields(), point.timeMillis());
    }

    /**
     * A day that was all the time as a quarter hour of these figures, an hour and a day were: as many points as a whole day has, without
     * the work of simulating it.
     *
     * @param quarter when the quarter hour began; the hour too
     * @param day when the day of these figures began
     * @param otherDay when that day begins
     * @param from, to its opening hours
     */
    ComputedFigures throughout(Instant quarter, Instant day, Instant otherDay, Instant from, Instant to) {
        List<Line> all = new ArrayList<>();
        for (Line line : lines) {
            if (line.is("15m", quarter)) {
                line.repeat(QUARTER_MILLIS, from, to, all);
            } else if (line.is("1h", quarter)) {
                line.repeat(HOUR_MILLIS, from, to, all);
            } else if (line.is("1d", day)) {
                all.add(new Line(line.text, otherDay.toEpochMilli()));
            }
        }
        return new ComputedFigures(all);
    }

    /** Writes them to a database. */
    void writeTo(Influxd influxd, String database) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (int from = 0; from < lines.size(); from += BATCH) {
            String batch = lines.subList(from, Math.min(lines.size(), from + BATCH)).stream()
                    .map(Line::toString)
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
