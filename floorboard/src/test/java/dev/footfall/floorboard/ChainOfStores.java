package dev.footfall.floorboard;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A chain: the demo stores and many made-up shops of petrol stations in two time zones, with figures of a day and of the same weekday a week
 * before. Some have none; some figures are of stores that nobody knows.
 */
final class ChainOfStores {
    static final int MANY = Integer.getInteger("footfall.chain", 240);

    static final LocalDate DAY = LocalDate.parse("2026-11-01");

    /** Two of these have figures but no pack. */
    static final String UNKNOWN = "unknown-";

    /** Everybody leaves it at once. */
    static final String STRANGE = "station-00017";

    static final int NAMED_LIKE_A_FORMULA = 3;

    static final String FORMULA = "=1+1, \"Station\"";

    static final int CAPACITY = 80;

    private static final long SEED = 20261123;
    private static final int CLOSED_OF = 40;
    private static final int AMERICAN_OF = 10;
    private static final int BATCH_CHARS = 4_000_000;
    private static final String DEFINITIONS = "definitions=\"0f0f0f0f\"";

    private ChainOfStores() {}

    /** Makes the folder of packs. */
    static Path packs(Path demo, Path folder) throws IOException {
        Path stores = Files.createDirectories(folder);
        try (Stream<Path> shown = Files.list(demo)) {
            for (Path store : shown.toList()) {
                copy(store, stores.resolve(store.getFileName().toString()), "", "");
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int store = 0; store < MANY; store++) {
            String place = String.format(
                    Locale.ROOT,
                    "\"lon\": %.4f, \"lat\": %.4f",
                    isAmerican(store) ? -80 + 6 * random.nextDouble() : 7 + 7 * random.nextDouble(),
                    isAmerican(store) ? 38 + 4 * random.nextDouble() : 48 + 5.5 * random.nextDouble());
            copy(demo.resolve("kiosk"), stores.resolve(id(store)), id(store), place);
        }
        return stores;
    }

    private static void copy(Path from, Path to, String store, String place) throws IOException {
        Files.createDirectories(to);
        for (String file : List.of("store.yaml", "layout.geojson")) {
            String text = Files.readString(from.resolve(file));
            if (!store.isEmpty()) {
                text = text.replace("store: kiosk", "store: " + store)
                        .replace("name: Demo petrol station shop", "name: " + name(store))
                        .replace("timezone: Europe/Berlin", "timezone: " + zone(store))
                        .replaceFirst("capacity: \\d+", "capacity: " + CAPACITY)
                        .replace("\"lon\": 13.561, \"lat\": 52.438", place);
            }
            Files.writeString(to.resolve(file), text);
        }
    }

    private static String name(String store) {
        return store.equals(id(NAMED_LIKE_A_FORMULA))
                ? "'" + FORMULA + "'"
                : "Station " + store.substring(store.length() - 5);
    }

    static String id(int store) {
        return String.format(Locale.ROOT, "station-%05d", store);
    }

    private static boolean isAmerican(int store) {
        return store % AMERICAN_OF == AMERICAN_OF - 1;
    }

    private static ZoneId zone(String store) {
        return ZoneId.of(isAmerican(store.charAt(store.length() - 1) - '0') ? "America/New_York" : "Europe/Berlin");
    }

    /** When a day begins in a store of the chain. */
    static long start(String store, LocalDate day) {
        return new StoreCalendar(zone(store), LocalTime.of(4, 0)).day(day).startMillis();
    }

    /** Writes the figures of both days. */
    static void writeTo(Influxd influxd, String database) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder lines = new StringBuilder();
        for (int store = 0; store < MANY; store++) {
            if (store % CLOSED_OF != CLOSED_OF - 1) {
                write(lines, id(store), 50 + random.nextInt(900), id(store).equals(STRANGE) ? 0.9 : 0.2, random);
            }
            if (lines.length() > BATCH_CHARS) {
                send(lines, influxd, database);
            }
        }
        for (int store = 0; store < 2; store++) {
            write(lines, UNKNOWN + store, 77, 0.2, random);
        }
        send(lines, influxd, database);
    }

    private static void write(StringBuilder lines, String store, int visits, double bounces, SplittableRandom random) {
        int change = random.nextInt(visits / 5 + 1) - visits / 10;
        write(lines, store, DAY, visits, bounces, random);
        write(lines, store, DAY.minusWeeks(1), visits + change, 0.2, random);
    }

    private static void write(
            StringBuilder lines, String store, LocalDate day, int visits, double bounces, SplittableRandom random) {
        String tags = "store=" + store + ",window=1d";
        String last = ",status=" + (random.nextInt(20) == 0 ? 2 : 1) + "i,completeness="
                + (random.nextInt(9) == 0 ? 0.93 : 1.0) + "," + DEFINITIONS + " " + start(store, day) + "\n";
        int entries = visits - random.nextInt(visits / 10 + 1);
        lines.append("visits," + tags + " visits=" + visits + "i,bounces="
                + Math.round(visits * (bounces + 0.05 * random.nextDouble())) + "i,duration_ms_sum=" + visits * 240_000L
                + "i,duration_ms_p50=" + (180_000 + random.nextInt(60_000)) + "i,staff_seconds=0.0" + last);
        lines.append("footfall,door=main," + tags + " in=" + entries + "i,out=" + entries + "i,passing="
                + (entries + random.nextInt(entries)) + "i" + last);
        lines.append("occupancy," + tags + " people=0i,people_max=" + (5 + random.nextInt(50)) + "i,clamped=0i" + last);
        for (String zone : List.of("coffee", "snacks")) {
            int stays = visits + random.nextInt(visits);
            lines.append("zone_dwell,floor=0," + "store=" + store + ",window=1d,zone=" + zone + " stays=" + stays
                    + "i,engaged=" + random.nextInt(stays / 2) + "i" + last);
        }
    }

    private static void send(StringBuilder lines, Influxd influxd, String database)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(influxd.url().resolve("/write?precision=ms&db=" + database))
                                .POST(HttpRequest.BodyPublishers.ofString(lines.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IOException(answer.body());
        }
        lines.setLength(0);
    }
}
