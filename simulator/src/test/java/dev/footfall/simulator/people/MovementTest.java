package dev.footfall.simulator.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.StorePack;
import dev.footfall.simulator.Demo;
import dev.footfall.simulator.place.DrawnFeatures;
import dev.footfall.simulator.place.Surveyor;
import dev.footfall.simulator.settings.Behaviour;
import dev.footfall.simulator.settings.SettingsFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

class MovementTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final double FASTEST_METRES_PER_SECOND = 3.0;

    @ParameterizedTest
    @ValueSource(strings = {"supermarket", "fashion", "kiosk"})
    void step_nobodyGoesThroughWallsOrShelves_orFast(String store) throws IOException {
        StorePack pack =
                Objects.requireNonNull(StorePack.read(Demo.store(store)).pack());
        DrawnFeatures drawn = DrawnFeatures.read(Demo.store(store));
        List<PreparedGeometry> things = new ArrayList<>();
        for (Floor floor : pack.layouts().get(0).floors()) {
            things.add(PreparedGeometryFactory.prepare(drawn.obstacles(floor.id())));
        }
        Shop shop = shop(store, Demo.opening(store) + 10 * 3_600_000L);
        long steps = 0;

        for (int second = 0; second < 2_000; second++) {
            for (Person who : shop.step().people()) {
                if (who.floor() >= 0 && who.floor() == who.floorBefore()) {
                    LineString step = GEOMETRIES.createLineString(new Coordinate[] {
                        new Coordinate(who.xBefore() / 1000.0, who.yBefore() / 1000.0),
                        new Coordinate(who.x() / 1000.0, who.y() / 1000.0)
                    });
                    if (things.get(who.floor()).intersects(step) || step.getLength() > FASTEST_METRES_PER_SECOND) {
                        fail("person %d goes through something, or fast: %s", who.number(), step);
                    }
                    steps++;
                }
            }
        }
        assertThat(steps).isGreaterThan(1_000);
    }

    @Test
    void step_atCheckout_oneAtATimeAndTheOthersInLine() throws IOException {
        Shop shop = shop("supermarket", Demo.opening("supermarket") + 10 * 3_600_000L);
        Map<String, Long> paidAt = new HashMap<>();
        int longest = 0;
        int paid = 0;

        for (int second = 0; second < 5_400; second++) {
            Scene scene = shop.step();
            for (Payment payment : scene.payments()) {
                Long before = paidAt.put(payment.checkout(), payment.timeMillis());
                assertThat(before == null ? Long.MAX_VALUE : payment.timeMillis() - before)
                        .isGreaterThan(5_000L);
                paid++;
            }
            longest = Math.max(longest, shop.waitingAt("checkout-1"));
        }
        assertThat(paid).isGreaterThan(100);
        assertThat(longest).isBetween(2, 5);
    }

    @Test
    void step_afterClosing_everybodyLeaves() throws IOException {
        Shop shop = shop("supermarket", Demo.opening("supermarket") + 14 * 3_600_000L);
        int most = 0;
        int late = Integer.MAX_VALUE;
        int lastNumber = 0;
        for (int second = 0; second < 5_400; second++) {
            Scene scene = shop.step();
            most = Math.max(most, scene.people().size());
            late = scene.people().size();
            for (Person who : scene.people()) {
                if (second < 3_600) {
                    lastNumber = Math.max(lastNumber, who.number());
                }
                assertThat(who.number()).isLessThanOrEqualTo(second < 3_600 ? Integer.MAX_VALUE : lastNumber);
            }
        }
        assertThat(most).isGreaterThan(20);
        assertThat(late).isZero();
    }

    private static Shop shop(String store, long startMillis) throws IOException {
        StorePack pack =
                Objects.requireNonNull(StorePack.read(Demo.store(store)).pack());
        Behaviour behaviour =
                SettingsFile.read(Demo.store(store), pack.config().dayCut()).behaviour();
        return new Shop(
                Surveyor.survey(pack.layouts().get(0), DrawnFeatures.read(Demo.store(store))),
                behaviour,
                pack.config().timezone(),
                11,
                startMillis);
    }
}
