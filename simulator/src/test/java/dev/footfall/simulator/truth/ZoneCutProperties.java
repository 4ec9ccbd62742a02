package dev.footfall.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The time inside a zone is the share of the way inside, as JTS overlays it. */
class ZoneCutProperties {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final long SECOND = 1_000_000_000;
    private static final Geometry ZONE = read("MULTIPOLYGON (((1 1, 7 1, 7 5, 5 5, 5 3, 3 3, 3 5, 1 5, 1 1),"
            + " (1.5 1.5, 2.5 1.5, 2.5 2.5, 1.5 2.5, 1.5 1.5)), ((8 2, 9.5 3.5, 8 5, 8 2)))");

    @Property(tries = 3000, seed = "20261122")
    void cut_anyMovement_timeIsShareOfLength(@ForAll("places") Coordinate from, @ForAll("places") Coordinate to) {
        Assume.that(from.distance(to) > 0.01);
        LineString line = GEOMETRIES.createLineString(new Coordinate[] {from, to});
        long[] inside = {0, -1};

        new ZoneCut(ZONE).cut(from, 10 * SECOND, to, 11 * SECOND, (begin, end) -> {
            assertThat(begin).isGreaterThan(inside[1]).isLessThan(end);
            inside[0] += end - begin;
            inside[1] = end;
        });

        double share = line.intersection(ZONE).getLength() / line.getLength();
        assertThat(inside[0] / (double) SECOND).isCloseTo(share, Offset.offset(1e-6));
    }

    @Property(tries = 300, seed = "20261122")
    void cut_standingStill_allOrNothing(@ForAll("places") Coordinate at) {
        long[] inside = {0};

        new ZoneCut(ZONE).cut(at, 0, at, SECOND, (begin, end) -> inside[0] += end - begin);

        assertThat(inside[0]).isEqualTo(ZONE.covers(GEOMETRIES.createPoint(at)) ? SECOND : 0);
    }

    /** Half of the places lie on whole metres, so that many movements run along edges and through corners. */
    @Provide
    Arbitrary<Coordinate> places() {
        Arbitrary<Double> anywhere = Arbitraries.doubles().between(0, 10).ofScale(3);
        Arbitrary<Double> whole = Arbitraries.integers().between(0, 10).map(Integer::doubleValue);
        Arbitrary<Double> ordinate = Arbitraries.oneOf(anywhere, whole);
        return Combinators.combine(ordinate, ordinate).as(Coordinate::new);
    }

    private static Geometry read(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
