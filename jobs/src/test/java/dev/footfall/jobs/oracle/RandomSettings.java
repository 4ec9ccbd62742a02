package dev.footfall.jobs.oracle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parameters, devices and funnels of a random store, as its {@code store.yaml}. */
final class RandomSettings {

    /** A time zone and a day on which its clocks, as often as not, change. */
    private record Place(String timezone, LocalDate day) {}

    private static final List<Place> PLACES = List.of(
            new Place("Europe/Berlin", LocalDate.of(2026, 3, 29)),
            new Place("Europe/Berlin", LocalDate.of(2026, 10, 25)),
            new Place("America/Los_Angeles", LocalDate.of(2026, 3, 8)),
            new Place("Australia/Lord_Howe", LocalDate.of(2026, 4, 5)),
            new Place("Asia/Kathmandu", LocalDate.of(2026, 6, 1)),
            new Place("Asia/Kolkata", LocalDate.of(2026, 6, 1)),
            new Place("UTC", LocalDate.of(2026, 12, 31)));

    static final int SLACK_MILLIS = 3000;
    static final int INTERVAL_SECONDS = 60;

    private final Dice dice;
    private final Dice heartbeats;
    private final boolean doorSteps;
    private final Place place;
    private final String dayCut;
    private final int bridgeMillis;
    private final int graceMillis;
    private final int visitGapMillis;
    private final int cellMillimetres;
    private final int maxSpeedMillimetres;
    private final int doorBandMillimetres;

    RandomSettings(Dice dice, Dice heartbeats, boolean doorSteps) {
        this.dice = dice;
        this.heartbeats = heartbeats;
        this.doorSteps = doorSteps;
        place = dice.pick(PLACES);
        dayCut = dice.pick("04:00", "04:00", "00:00", "23:30", "02:30");
        bridgeMillis = dice.pick(500, 1000, 2000, 3000, 5000);
        graceMillis = dice.pick(0, 500, 1500, 2000, 4000);
        visitGapMillis = bridgeMillis + 4000 + dice.pick(0, 1, 5000, 20_000);
        cellMillimetres = dice.pick(250, 400, 500, 330, 1000);
        maxSpeedMillimetres = dice.pick(2000, 4000, 6000);
        doorBandMillimetres = dice.pick(0, 200, 300, 300, 500);
    }

    int bridgeMillis() {
        return bridgeMillis;
    }

    int visitGapMillis() {
        return visitGapMillis;
    }

    int cellMillimetres() {
        return cellMillimetres;
    }

    int maxSpeedMillimetres() {
        return maxSpeedMillimetres;
    }

    int doorBandMillimetres() {
        return doorBandMillimetres;
    }

    /** The store's grace, or another that its {@code visitGap} allows. */
    int someGraceMillis() {
        return dice.pick(graceMillis, 0, 1000, 4000);
    }

    /** The instant of the day cut that the traffic lies around. */
    long cutMillis() {
        return place.day()
                .atTime(LocalTime.parse(dayCut))
                .atZone(ZoneId.of(place.timezone()))
                .toInstant()
                .toEpochMilli();
    }

    String yaml(RandomLayout layout) {
        return """
                store: made-up
                name: Made up
                timezone: %s
                dayCut: "%s"
                parameters:
                  bridge: %dms
                  grace: %dms
                  minStay: %dms
                  engagedAfter: %dms
                  visitGap: %dms
                  bounceUnder: %dms
                  cellSize: %s
                  maxSpeed: %s
                  doorBand: %s
                devices:
                - {id: cam-1, kind: track, floor: "0", slack: %dms%s}
                - {id: cam-2, kind: track, floor: "0", slack: %dms%s}
                - {id: rtls, kind: position, floor: "0", slack: %dms%s}
                - {id: shelves, kind: shelf, slack: %dms%s}
                """
                        .formatted(
                                place.timezone(),
                                dayCut,
                                bridgeMillis,
                                graceMillis,
                                dice.pick(0, 1000, 2000, 3000),
                                dice.pick(4000, 6000, 10_000),
                                visitGapMillis,
                                dice.pick(0, 5000, 20_000),
                                cellMillimetres / 1000.0,
                                maxSpeedMillimetres / 1000.0,
                                doorBandMillimetres / 1000.0,
                                SLACK_MILLIS,
                                heartbeat(),
                                SLACK_MILLIS,
                                heartbeat(),
                                SLACK_MILLIS,
                                heartbeat(),
                                SLACK_MILLIS,
                                heartbeat())
                + counters(layout.doors())
                + funnels(layout.zones());
    }

    private String heartbeat() {
        return heartbeats.pick("", "", ", heartbeat: 1s", ", heartbeat: 7.3s", ", heartbeat: 20s", ", heartbeat: 2h");
    }

    private String counters(List<String> doors) {
        return doors.stream()
                .map(door -> "- {id: counter-" + door + ", kind: door, door: " + door + ", slack: " + SLACK_MILLIS
                        + "ms, interval: " + INTERVAL_SECONDS + "s" + heartbeat() + "}\n")
                .collect(Collectors.joining());
    }

    private String funnels(List<String> zones) {
        int count = zones.isEmpty() ? 0 : dice.between(0, 2);
        return count == 0
                ? ""
                : IntStream.range(0, count)
                        .mapToObj(i -> "- id: funnel-" + i + "\n  steps:\n" + steps(zones)
                                + (dice.chance(0.5) ? "  within: " + dice.between(2, 40) + "s\n" : ""))
                        .collect(Collectors.joining("", "funnels:\n", ""));
    }

    private String steps(List<String> zones) {
        return IntStream.range(0, dice.between(1, 4))
                .mapToObj(i -> doorSteps && dice.chance(0.2) ? "  - door:in\n" : step(zones))
                .collect(Collectors.joining());
    }

    private String step(List<String> zones) {
        String first = dice.pick(zones);
        String second = dice.pick(zones);
        String zone = dice.chance(0.6) || first.equals(second) ? first : "[" + first + ", " + second + "]";
        return "  - {zone: " + zone
                + (dice.chance(0.3) ? ", minDwell: " + dice.between(0, 4000) + "ms" : "")
                + (dice.chance(0.2) ? ", name: a step" : "")
                + "}\n";
    }
}
