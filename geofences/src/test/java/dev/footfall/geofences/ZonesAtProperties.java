package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;

/** The zone index finds exactly the zones that JTS says cover a point. */
class ZonesAtProperties {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 500, seed = "20261122")
    void zonesAt_onGeneratedLayouts_equalsCovers(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> zones = RandomZones.of(random);
        ZoneIndex index = new ZoneIndex(zones);
        HardPoints points = new HardPoints(zones, random);
        for (int i = 0; i < 200; i++) {
            Coordinate at = points.next();
            Point point = FACTORY.createPoint(at);
            int[] expected = IntStream.range(0, zones.size())
                    .filter(zone -> zones.get(zone).covers(point))
                    .toArray();
            assertThat(found(index, at, zones.size())).as("%s in %s", at, zones).isEqualTo(expected);
        }
    }

    @Test
    void zonesAt_onEveryFloorOfTheRealStores_equalsCovers() {
        for (StorePack pack : SharedData.packs()) {
            for (Floor floor : pack.layouts().get(0).floors()) {
                if (!floor.zones().isEmpty()) {
                    compare(pack.config().store() + " " + floor.id(), floor, 400_000);
                }
            }
        }
    }

    private static void compare(String name, Floor floor, int tries) {
        List<Geometry> zones = floor.zones().stream().map(Zone::geometry).toList();
        List<IndexedPointInAreaLocator> jts = new ArrayList<>();
        zones.forEach(zone -> jts.add(new IndexedPointInAreaLocator(zone)));
        Random random = new Random(1);
        HardPoints points = new HardPoints(zones, random);
        for (int i = 0; i < tries; i++) {
            Coordinate at = points.next();
            int[] expected = IntStream.range(0, zones.size())
                    .filter(zone -> zones.get(zone).getEnvelopeInternal().covers(at))
                    .filter(zone -> jts.get(zone).locate(at) != Location.EXTERIOR)
                    .toArray();
            int[] found = found(floor.zoneIndex(), at, zones.size());
            if (!Arrays.equals(found, expected)) {
                assertThat(found).as("%s at %s", name, at).isEqualTo(expected);
            }
        }
    }

    @Test
    void zonesAt_farOutsideOrNotANumber_findsNone() {
        ZoneIndex index = new ZoneIndex(RandomZones.of(new Random(7)));
        double[] far = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1e300, -1e300, 1e6, -1e6};
        for (double x : far) {
            assertThat(found(index, new Coordinate(x, 10), 10)).isEmpty();
            assertThat(found(index, new Coordinate(10, x), 10)).isEmpty();
        }
    }

    @Test
    void zonesAt_withoutZones_findsNone() {
        assertThat(found(new ZoneIndex(List.of()), new Coordinate(0, 0), 0)).isEmpty();
    }

    private static int[] found(ZoneIndex index, Coordinate at, int zones) {
        int[] found = new int[zones];
        return Arrays.copyOf(found, index.zonesAt(at.x, at.y, found));
    }
}
