package dev.footfall.jobs.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StoreConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a clean recording of one store, without any of the gateway's checks, into what the oracle takes. */
public final class Recordings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoreConfig store;
    private final List<Observation> observations = new ArrayList<>();
    private final List<DoorReport> doorReports = new ArrayList<>();
    private final List<ShelfReport> shelfReports = new ArrayList<>();
    private final List<Sign> signs = new ArrayList<>();

    private Recordings(StoreConfig store) {
        this.store = store;
    }

    /** Reads lines of {@code {"at", "topic", "payload"}}, gzipped when the name ends so. */
    public static Traffic read(Path file, StoreConfig store) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return read(reader.lines().toList(), store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines of {@code {"at", "topic", "payload"}}. */
    public static Traffic read(List<String> lines, StoreConfig store) {
        Recordings recordings = new Recordings(store);
        try {
            for (String line : lines) {
                recordings.message(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Traffic(recordings.observations, recordings.doorReports, recordings.shelfReports, recordings.signs);
    }

    private void message(JsonNode message) {
        String[] topic = message.get("topic").textValue().split("/");
        JsonNode payload = message.get("payload");
        for (JsonNode event : payload.isArray() ? payload : List.of(payload)) {
            event(topic[3], topic[4], event);
        }
    }

    private void event(String kind, String device, JsonNode event) {
        switch (kind) {
            case "track" -> observe("track/" + device + "/" + event.get("id").textValue(), kind, device, event);
            case "position" -> observe("tag/" + event.get("tag").textValue(), kind, device, event);
            case "door" -> count(device, event);
            case "shelf" -> {
                if (event.hasNonNull("left")) {
                    hear(device, millis(event.get("left")));
                }
                shelfReports.add(new ShelfReport(
                        "shelf/" + device + "/" + event.get("id").textValue(),
                        event.get("zone").textValue(),
                        millis(event.get("entered")),
                        event.hasNonNull("left") ? (Long) millis(event.get("left")) : null));
            }
            case "status" -> {
                if (event.get("state").textValue().equals("online")) {
                    hear(device, millis(event.get("time")));
                }
            }
            default -> throw new IllegalArgumentException("kind: one that feeds a figure expected, is " + kind);
        }
    }

    private void hear(String device, long millis) {
        signs.add(new Sign(device, millis, millis));
    }

    private void observe(String subject, String kind, String device, JsonNode event) {
        String floor = event.has("floor")
                ? event.get("floor").asText()
                : device(kind, device).floor();
        hear(device, millis(event.get("time")));
        observations.add(new Observation(
                subject,
                Objects.requireNonNull(floor, "floor of " + device),
                millis(event.get("time")),
                millimetres(event.get("x")),
                millimetres(event.get("y")),
                event.path("role").asText().equals("staff"),
                observations.size()));
    }

    private void count(String device, JsonNode event) {
        long seconds = event.path("seconds").decimalValue().movePointRight(3).longValueExact();
        long time = millis(event.get("time"));
        signs.add(new Sign(device, time - seconds, time));
        doorReports.add(new DoorReport(
                device,
                Objects.requireNonNull(device("door", device).door(), "door of " + device),
                millis(event.get("time")),
                event.get("in").longValue(),
                event.get("out").longValue(),
                event.path("passing").longValue(),
                seconds));
    }

    private DeviceConfig device(String kind, String id) {
        return store.devices().stream()
                .filter(device ->
                        device.id().equals(id) && device.kind().topicName().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("device: a known one expected, is " + kind + "/" + id));
    }

    private static long millis(@Nullable JsonNode time) {
        JsonNode given = Objects.requireNonNull(time);
        return given.isTextual() ? Instant.parse(given.textValue()).toEpochMilli() : given.longValue();
    }

    private static int millimetres(JsonNode metres) {
        BigDecimal exact = metres.decimalValue().movePointRight(3);
        return exact.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
