package dev.footfall.simulator.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Ways between any two places of a room of 20 m by 12 m with shelves anywhere. */
class WaysProperties {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final Geometry ROOM = GEOMETRIES.toGeometry(new Envelope(0, 20, 0, 12));

    @Property(tries = 150, seed = "20261122")
    void between_anyPlaces_keepsOffShelves_andIsNoLongerThanAnyDetourSeen(
            @ForAll("shelves") List<Envelope> shelves, @ForAll("places") Coordinate a, @ForAll("places") Coordinate b) {
        Geometry things =
                UnaryUnionOp.union(shelves.stream().map(GEOMETRIES::toGeometry).toList());
        Assume.that(things.distance(GEOMETRIES.createPoint(a)) > 0.65);
        Walkable walkable =
                Walkable.findFrom(ROOM, things, GEOMETRIES.createPoint(a)).orElseThrow();
        Assume.that(walkable.contains(b));
        Spot from = new Spot(0, 0, a.x, a.y, 0.2);
        Spot to = new Spot(1, 0, b.x, b.y, 0.2);

        Way way = new Ways(walkable).between(from, to);

        List<Coordinate> line = new ArrayList<>();
        line.add(a);
        line.addAll(way.bends());
        line.add(b);
        double length = 0;
        for (int n = 1; n < line.size(); n++) {
            Geometry leg = GEOMETRIES.createLineString(new Coordinate[] {line.get(n - 1), line.get(n)});
            assertThat(leg.distance(things)).isGreaterThan(Walkable.SWAY_METRES + Walkable.BODY_METRES);
            length += leg.getLength();
        }
        assertThat(way.metres()).isCloseTo(length, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(length).isGreaterThanOrEqualTo(a.distance(b) - 1e-9);
        for (Coordinate corner : walkable.corners()) {
            if (walkable.sees(a, corner) && walkable.sees(corner, b)) {
                assertThat(length).isLessThanOrEqualTo(a.distance(corner) + corner.distance(b) + 1e-9);
            }
        }
    }

    @Provide
    Arbitrary<List<Envelope>> shelves() {
        Arbitrary<Double> x = Arbitraries.doubles().between(0, 18).ofScale(1);
        Arbitrary<Double> y = Arbitraries.doubles().between(0, 11).ofScale(1);
        Arbitrary<Double> width = Arbitraries.doubles().between(0.4, 5).ofScale(1);
        Arbitrary<Double> depth = Arbitraries.doubles().between(0.4, 3).ofScale(1);
        return Combinators.combine(x, y, width, depth)
                .as((left, low, wide, deep) -> new Envelope(left, left + wide, low, low + deep))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Coordinate> places() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.6, 19.4).ofScale(2),
                        Arbitraries.doubles().between(0.6, 11.4).ofScale(2))
                .as(Coordinate::new);
    }
}
