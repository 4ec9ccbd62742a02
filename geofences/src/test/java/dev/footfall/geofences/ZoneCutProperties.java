package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Movements are cut where JTS cuts the line, and what is told as inside is covered. */
class ZoneCutProperties {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final long START = 1_762_000_000_000_000_000L;

    /** Nearer to the boundary a sampled point may round to the other side. */
    private static final double CLOSE_METRES = 1e-9;

    record Piece(int zone, long fromNanos, long toNanos) {}

    @Property(tries = 500, seed = "20261122")
    void cut_onGeneratedLayouts_agreesWithJts(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> zones = RandomZones.of(random);
        check(zones, new ZoneIndex(zones), random, 20);
    }

    @Test
    void cut_onEveryFloorOfTheRealStores_agreesWithJts() {
        for (StorePack pack : SharedData.packs()) {
            for (Floor floor : pack.layouts().get(0).floors()) {
                if (!floor.zones().isEmpty()) {
                    check(floor.zones().stream().map(Zone::geometry).toList(), floor.zoneIndex(), new Random(3), 300);
                }
            }
        }
    }

    /** A line that starts a hair off a slanted edge of a hole and runs along it: where the two cross has to be computed with more digits. */
    @Test
    void cut_almostAlongASlantedEdge_isExact() throws ParseException {
        List<Geometry> zones = List.of(new WKTReader()
                .read("POLYGON ((8.988 17.658, 12.120999999999999 17.658,"
                        + " 12.120999999999999 20.791, 8.988 20.791, 8.988 17.658), (11.076 18.702, 11.597999999999999 19.224,"
                        + " 11.076 19.746000000000002, 10.032 18.702, 11.076 18.702))"));

        check(zones, new ZoneIndex(zones), new int[] {11_598, 19_224}, new int[] {11_494, 19_328}, 2_063_000_000L);
    }

    private static void check(List<Geometry> zones, ZoneIndex index, Random random, int tries) {
        HardPoints points = new HardPoints(zones, random);
        int[] from = millimetres(points.next());
        for (int i = 0; i < tries; i++) {
            int[] to = millimetres(points.next());
            if (random.nextBoolean()) {
                to[0] = from[0] + (to[0] - from[0]) / 40;
                to[1] = from[1] + (to[1] - from[1]) / 40;
            }
            check(zones, index, from, to, 1_000_000L * (1 + random.nextInt(20_000)));
            from = to;
        }
    }

    private static void check(List<Geometry> zones, ZoneIndex index, int[] from, int[] to, long nanos) {
        List<Piece> pieces = new ArrayList<>();
        index.cut(
                from[0],
                from[1],
                START,
                to[0],
                to[1],
                START + nanos,
                (zone, a, b) -> pieces.add(new Piece(zone, a, b)));
        Coordinate a = new Coordinate(from[0] / 1_000.0, from[1] / 1_000.0);
        Coordinate b = new Coordinate(to[0] / 1_000.0, to[1] / 1_000.0);
        LineString line = FACTORY.createLineString(new Coordinate[] {a, b});
        int last = -1;
        for (Piece piece : pieces) {
            assertThat(piece.zone).as("order of zones").isGreaterThanOrEqualTo(last);
            last = piece.zone;
        }
        for (int zone = 0; zone < zones.size(); zone++) {
            int wanted = zone;
            List<Piece> own =
                    pieces.stream().filter(piece -> piece.zone == wanted).toList();
            if (own.isEmpty() && !zones.get(zone).getEnvelopeInternal().intersects(line.getEnvelopeInternal())) {
                continue;
            }
            String what = line + " " + nanos + " ns in " + zones.get(zone);
            checkOrder(own, nanos, what);
            if (a.equals2D(b)) {
                boolean covered = zones.get(zone).covers(FACTORY.createPoint(a));
                assertThat(own).as(what).hasSize(covered ? 1 : 0);
            } else {
                checkOracle(zones.get(zone), a, b, own, nanos, what);
                checkLength(zones.get(zone), line, own, nanos, what);
                checkSamples(zones.get(zone), a, b, own, nanos, what);
            }
        }
    }

    private static void checkOrder(List<Piece> own, long nanos, String what) {
        long earliest = START;
        for (Piece piece : own) {
            assertThat(piece.fromNanos).as(what).isGreaterThanOrEqualTo(earliest);
            assertThat(piece.toNanos - piece.fromNanos).as(what).isGreaterThanOrEqualTo(1_000);
            earliest = piece.toNanos + 1_000;
        }
        assertThat(earliest).as(what).isLessThanOrEqualTo(START + nanos + 1_000);
    }

    private static void checkOracle(
            Geometry zone, Coordinate a, Coordinate b, List<Piece> own, long nanos, String what) {
        List<Double> shares = new ExactCutOracle(zone).inside(a, b);
        List<long[]> expected = new ArrayList<>();
        for (int i = 0; i < shares.size(); i += 2) {
            long from = START + Math.round(shares.get(i) * nanos);
            long to = START + Math.round(shares.get(i + 1) * nanos);
            if (!expected.isEmpty() && from - expected.get(expected.size() - 1)[1] < 1_000) {
                expected.get(expected.size() - 1)[1] = to;
            } else {
                expected.add(new long[] {from, to});
            }
        }
        expected.removeIf(piece -> piece[1] - piece[0] < 1_000);
        assertThat(own).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < own.size(); i++) {
            assertThat(own.get(i).fromNanos).as(what).isCloseTo(expected.get(i)[0], within(1L));
            assertThat(own.get(i).toNanos).as(what).isCloseTo(expected.get(i)[1], within(1L));
        }
    }

    /** JTS draws a line that runs along an edge to within rounding onto it, so such lines are left to the exact oracle. */
    private static void checkLength(Geometry zone, LineString line, List<Piece> own, long nanos, String what) {
        long inside =
                own.stream().mapToLong(piece -> piece.toNanos - piece.fromNanos).sum();
        if (zone.getBoundary().intersection(line.buffer(CLOSE_METRES)).getLength() < 1e-3) {
            double expected = zone.intersection(line).getLength() / line.getLength() * nanos;
            assertThat((double) inside).as(what).isCloseTo(expected, within(3_000 + 1e-9 * nanos / line.getLength()));
        }
    }

    private static void checkSamples(
            Geometry zone, Coordinate a, Coordinate b, List<Piece> own, long nanos, String what) {
        Geometry boundary = zone.getBoundary();
        double metresPerMicrosecond = a.distance(b) / nanos * 1_000;
        for (int i = 0; i <= 20; i++) {
            double share = i / 20.0;
            Coordinate at = new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
            if (boundary.distance(FACTORY.createPoint(at)) < CLOSE_METRES + metresPerMicrosecond) {
                continue;
            }
            double instant = START + share * nanos;
            boolean inside = zone.covers(FACTORY.createPoint(at));
            // A double of this size steps by 256 ns.
            long slack = inside ? 2_000 : -2_000;
            boolean told = own.stream()
                    .anyMatch(piece -> piece.fromNanos - slack <= instant && instant <= piece.toNanos + slack);
            assertThat(told).as("%s at share %s", what, share).isEqualTo(inside);
        }
    }

    private static int[] millimetres(Coordinate at) {
        return new int[] {(int) Math.rint(at.x * 1_000), (int) Math.rint(at.y * 1_000)};
    }
}
