package dev.footfall.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import dev.footfall.simulator.Demo;
import dev.footfall.simulator.Message;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.SimulationSettings;
import dev.footfall.simulator.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The truth against what sensors without errors say, taken up in the slowest and most obvious way: every 20 ms of every movement is asked of every
 * zone's polygon.
 */
class WitnessTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final long HALF_HOUR = 1_800_000;
    private static final long STEP = 20;

    private final Kept kept = new Kept();

    @Test
    void stays_errorFreeCamera_equalASlowOracle() {
        List<Told> told = run("fashion", HALF_HOUR);
        List<Floor> floors = Objects.requireNonNull(
                        StorePack.read(Demo.store("fashion")).pack())
                .layouts()
                .get(0)
                .floors();

        List<String> sampled = new ArrayList<>();
        for (Floor floor : floors) {
            for (Zone zone : floor.zones()) {
                for (List<Told> track : tracks(told, floor.id()).values()) {
                    sample(track, zone, sampled);
                }
            }
        }
        List<String> truth = new ArrayList<>();
        for (TrueStay stay : kept.stays) {
            if (stay.leftNanos() - stay.enteredNanos() > 1_000_000L * 3 * STEP) {
                truth.add(text(stay.zone(), stay.enteredNanos() / 1_000_000, stay.leftNanos() / 1_000_000));
            }
        }
        assertThat(truth).hasSizeGreaterThan(150);
        assertThat(near(truth, sampled)).isGreaterThanOrEqualTo(truth.size());
        assertThat(sampled.size()).isCloseTo(truth.size(), Offset.offset(8)); // stays about as short as a sample
    }

    @Test
    void visits_errorFreeCamera_areItsTracks() {
        Map<String, long[]> seen = new TreeMap<>();
        for (Told event : run("fashion", HALF_HOUR)) {
            if (event.kind().equals("track") && !event.json().has("role")) {
                long time = event.timeMillis();
                long[] span = seen.computeIfAbsent(event.json().get("id").asText(), id -> new long[] {time, time});
                span[1] = time;
            }
        }

        assertThat(kept.visits.stream()
                        .filter(visit -> !visit.staff())
                        .map(visit -> visit.startedMillis() + "-" + visit.endedMillis()))
                .containsExactlyInAnyOrderElementsOf(seen.values().stream()
                        .map(span -> span[0] + "-" + span[1])
                        .toList());
    }

    @Test
    void crossings_errorFreeCounter_areItsReportsMinuteByMinute() {
        Map<String, long[]> reported = new TreeMap<>();
        for (Told event : run("supermarket", HALF_HOUR)) {
            if (event.kind().equals("door")) {
                JsonNode json = event.json();
                reported.put(event.device().replace("counter", "door") + (event.timeMillis() - 60_000), new long[] {
                    json.get("in").asLong(),
                    json.get("out").asLong(),
                    json.path("passing").asLong()
                });
            }
        }
        Map<String, long[]> truth = new HashMap<>();
        for (TrueCrossing crossing : kept.crossings) {
            long[] counts = truth.computeIfAbsent(
                    crossing.door() + crossing.timeMillis() / 60_000 * 60_000, minute -> new long[3]);
            switch (crossing.direction()) {
                case IN -> counts[0]++;
                case OUT -> counts[1]++;
                case PASSING -> counts[2]++;
            }
        }

        assertThat(kept.crossings).hasSizeGreaterThan(100);
        assertThat(reported.keySet()).containsAll(truth.keySet());
        reported.forEach((minute, counts) ->
                assertThat(truth.getOrDefault(minute, new long[3])).containsExactly(counts));
    }

    @Test
    void occupancy_isWhoCameInLessWhoWentOut() {
        run("supermarket", HALF_HOUR);
        long people = kept.crossings.stream()
                .mapToInt(crossing -> switch (crossing.direction()) {
                    case IN -> 1;
                    case OUT -> -1;
                    case PASSING -> 0;
                })
                .sum();

        assertThat(kept.occupancy.get(kept.occupancy.size() - 1)).isEqualTo(people);
        assertThat(kept.occupancy).allMatch(count -> count >= 0);
    }

    @Test
    void stays_errorFreeShelfCameras_areTheirReports() {
        List<String> reported = run("kiosk", HALF_HOUR).stream()
                .filter(event -> event.json().has("left"))
                .map(event -> text(
                        event.json().get("zone").asText(),
                        event.json().get("entered").asLong(),
                        event.json().get("left").asLong()))
                .toList();

        assertThat(kept.stays.stream()
                        .map(stay -> text(stay.zone(), stay.enteredNanos() / 1_000_000, stay.leftNanos() / 1_000_000)))
                .containsExactlyInAnyOrderElementsOf(reported)
                .hasSizeGreaterThan(10);
    }

    private List<Told> run(String store, long length) {
        long begin = Demo.opening(store) + 9 * 3_600_000L;
        List<Message> messages = new ArrayList<>();
        Simulation simulation =
                Simulation.of(new SimulationSettings(Demo.store(store), SensorErrors.NONE, 2, begin, null), kept);
        simulation.advance(begin + length, messages::add);
        simulation.end(messages::add);
        return messages.stream().flatMap(message -> Told.in(message).stream()).toList();
    }

    private static Map<String, List<Told>> tracks(List<Told> told, String floor) {
        Map<String, List<Told>> tracks = new TreeMap<>();
        told.stream()
                .filter(event -> event.kind().equals("track") && !event.json().has("role"))
                .filter(event -> event.json().get("floor").asText().equals(floor))
                .forEach(event -> tracks.computeIfAbsent(event.json().get("id").asText(), id -> new ArrayList<>())
                        .add(event));
        return tracks;
    }

    /** Samples a track; a gap of at most 5 s outside does not end a stay. */
    private static void sample(List<Told> track, Zone zone, List<String> stays) {
        Geometry area = zone.geometry();
        long entered = -1;
        long left = -1;
        for (int n = 1; n < track.size(); n++) {
            JsonNode from = track.get(n - 1).json();
            JsonNode to = track.get(n).json();
            long begin = from.get("time").asLong();
            long took = to.get("time").asLong() - begin;
            for (long at = 0; took <= 5_000 && at < took; at += STEP) {
                Point point = GEOMETRIES.createPoint(new Coordinate(
                        between(from, to, "x", (double) at / took), between(from, to, "y", (double) at / took)));
                if (area.covers(point)) {
                    if (entered >= 0 && begin + at - left > 5_000) {
                        add(zone, entered, left, stays);
                        entered = -1;
                    }
                    entered = entered < 0 ? begin + at : entered;
                    left = begin + at + STEP;
                }
            }
        }
        if (entered >= 0) {
            add(zone, entered, left, stays);
        }
    }

    private static void add(Zone zone, long entered, long left, List<String> stays) {
        if (left - entered > 3 * STEP) {
            stays.add(text(zone.id(), entered, left));
        }
    }

    private static double between(JsonNode from, JsonNode to, String axis, double share) {
        double begin = from.get(axis).asDouble();
        return begin + (to.get(axis).asDouble() - begin) * share;
    }

    /** How many of some stays have one of others within two samples. */
    private static long near(List<String> stays, List<String> others) {
        return stays.stream()
                .filter(stay -> others.stream().anyMatch(other -> isNear(stay.split(" ", -1), other.split(" ", -1))))
                .count();
    }

    private static boolean isNear(String[] one, String[] other) {
        return one[0].equals(other[0])
                && Math.abs(Long.parseLong(one[1]) - Long.parseLong(other[1])) <= 2 * STEP
                && Math.abs(Long.parseLong(one[2]) - Long.parseLong(other[2])) <= 2 * STEP;
    }

    private static String text(String zone, long entered, long left) {
        return zone + " " + entered + " " + left;
    }

    /** Keeps the truth. */
    private static final class Kept implements Truth {
        private final List<TrueVisit> visits = new ArrayList<>();
        private final List<TrueStay> stays = new ArrayList<>();
        private final List<TrueCrossing> crossings = new ArrayList<>();
        private final List<Integer> occupancy = new ArrayList<>();

        @Override
        public void visit(TrueVisit visit) {
            visits.add(visit);
        }

        @Override
        public void stay(TrueStay stay) {
            stays.add(stay);
        }

        @Override
        public void crossing(TrueCrossing crossing) {
            crossings.add(crossing);
        }

        @Override
        public void occupancy(long timeMillis, int people) {
            occupancy.add(people);
        }

        @Override
        public void staff(long fromMillis, long toMillis, String floor) {
            assertThat(toMillis).isGreaterThan(fromMillis);
        }
    }
}
