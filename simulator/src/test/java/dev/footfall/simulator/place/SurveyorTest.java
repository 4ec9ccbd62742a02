package dev.footfall.simulator.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.simulator.Demo;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyorTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path store;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ObjectNode layout;

    @BeforeEach
    void read() throws IOException {
        store = Demo.copy("fashion", folder);
        layout = (ObjectNode) MAPPER.readTree(store.resolve("layout.geojson").toFile());
    }

    @Test
    void survey_fixtureOverStairsWhereThereIsADoor_tellsZoneAndFloor() throws IOException {
        block("0", 21, 10, 24, 16);

        refused()
                .hasMessageContaining("nobody can stand in zone stairs-ground on floor 0: a wall or fixture covers it");
    }

    @Test
    void survey_fixtureOverStairsThatAreTheOnlyWayIn_tellsZoneAndFloor() throws IOException {
        block("1", 21, 10, 24, 16);

        refused().hasMessageContaining("nobody can stand in zone stairs-first on floor 1: a wall or fixture covers it");
    }

    @Test
    void survey_fixtureOverTheMiddleOfStairs_oneStandsBesideIt() throws IOException {
        block("1", 22.2, 12.4, 23, 13.6);

        assertThat(simulation().pack().layouts()).hasSize(1);
    }

    @Test
    void survey_fixtureOverCheckout_tellsZoneAndFloor() throws IOException {
        block("0", 1.4, 10.2, 4.6, 13);

        refused().hasMessageContaining("nobody can stand in zone checkout on floor 0: a wall or fixture covers it");
    }

    @Test
    void survey_fixtureBeforeDoor_tellsDoorAndFloor() throws IOException {
        block("0", 10, 0.2, 14, 2);

        refused().hasMessageContaining("nobody can stand inside door street on floor 0: a wall or fixture covers it");
    }

    @Test
    void survey_fixtureWhoseOutlineCrossesItself_isWalkedAround() throws IOException {
        block("0", 16.5, 11, 19, 13);
        ArrayNode features = layout.withArray("features");
        ArrayNode ring = (ArrayNode)
                features.get(features.size() - 1).at("/geometry/coordinates").get(0);
        ring.insert(1, ring.remove(2));

        assertThat(simulation().pack().layouts()).hasSize(1);
    }

    @Test
    void survey_fixtureOverDisplay_nobodyStopsThere() throws IOException {
        block("0", 15.8, 1, 23.8, 9.6);

        Simulation simulation = simulation();
        simulation.advance(simulation.nowMillis() + 600_000, message -> {});

        assertThat(simulation.pack().layouts()).hasSize(1);
    }

    @Test
    void survey_stairsThatDoNotLieOverEachOther_tellsFloors() throws IOException {
        layout.withArray("features").forEach(feature -> {
            if (feature.path("id").asText().equals("stairs-ground")) {
                ((ObjectNode) feature).set("geometry", rectangle(16.4, 12, 19, 14));
            }
        });

        refused().hasMessageContaining("join floor 0 to floor 1");
    }

    private void block(String floor, double left, double low, double right, double high) {
        ObjectNode feature = layout.withArray("features").addObject();
        feature.put("type", "Feature").put("id", "block");
        feature.putObject("properties").put("kind", "fixture").put("floor", floor);
        feature.set("geometry", rectangle(left, low, right, high));
    }

    private static ObjectNode rectangle(double left, double low, double right, double high) {
        ObjectNode geometry = MAPPER.createObjectNode().put("type", "Polygon");
        ArrayNode ring = geometry.putArray("coordinates").addArray();
        ring.addArray().add(left).add(low);
        ring.addArray().add(right).add(low);
        ring.addArray().add(right).add(high);
        ring.addArray().add(left).add(high);
        ring.addArray().add(left).add(low);
        return geometry;
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(this::simulation)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(store + ": layout.geojson: ");
    }

    private Simulation simulation() throws IOException {
        Files.writeString(store.resolve("layout.geojson"), layout.toString());
        return Simulation.of(store, SensorErrors.NONE, 1, Demo.opening("fashion") + 9 * 3_600_000L);
    }
}
