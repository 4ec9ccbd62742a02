package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which of its short hashes a version of a layout differs from the one before: what it defines, and what it draws for figures. */
class VersionHashTest {

    private static final String FRUIT = "[[[0, 2], [5, 2], [5, 6], [0, 6], [0, 2]]]";

    @TempDir
    private Path folder = Path.of("");

    private TestPack pack = new TestPack(folder);

    @BeforeEach
    void startFromASoundPack() {
        pack = new TestPack(folder);
    }

    @Test
    void definitionsAt_furtherVersion_changesNothingBeforeIt() throws IOException {
        String before = pack.pack().definitions();
        pack.head("\"frame\": {\"unit\": \"m\"}, \"validFrom\": \"2026-02-01T00:00:00Z\"")
                .replace(1, TestPack.zone("fruit", "0", FRUIT, "\"minStay\": 9"))
                .write("layout.february.geojson", pack.layoutText());
        StorePack now = Objects.requireNonNull(pack.readAgain().pack());

        assertThat(now.definitionsAt(0)).isEqualTo(before);
        assertThat(now.definitionsAt(1_769_903_999_999L)).isEqualTo(before);
        assertThat(now.definitionsAt(1_769_904_000_000L)).isNotEqualTo(before).isEqualTo(now.definitions());
    }

    @Test
    void shapeHash_whatShapesNoFigure_doesNotChangeIt() throws IOException {
        String before = shapeHash();

        assertThat(before).matches("[0-9a-f]{12}");
        pack.head("\"frame\": {\"unit\": \"m\"}, \"validFrom\": \"2026-02-01T00:00:00Z\"")
                .replace(
                        1,
                        TestPack.zone("fruit", "0", FRUIT, "\"path\": true, \"name\": \"Obst\", \"type\": \"shelf\""))
                .add(TestPack.feature("wall-1", "LineString", "[[0, 0], [10, 0]]", "\"kind\": \"wall\""))
                .inStore("name:", "parameters: {grace: 6s, cellSize: 1}\nname:");
        assertThat(shapeHash()).isEqualTo(before);
    }

    @Test
    void shapeHash_whatShapesFigures_changesIt() throws IOException {
        Set<String> hashes = new HashSet<>(Set.of(shapeHash()));
        pack.replace(1, TestPack.zone("fruits", "0", FRUIT)).inStore("zone: fruit", "zone: fruits");
        assertThat(hashes.add(shapeHash())).as("another id").isTrue();
        pack.replace(1, TestPack.zone("fruits", "0", FRUIT, "\"path\": true, \"minStay\": 9"));
        assertThat(hashes.add(shapeHash())).as("a threshold of its own").isTrue();
        pack.replace(1, TestPack.zone("fruits", "0", FRUIT.replace('6', '5')));
        assertThat(hashes.add(shapeHash())).as("moved").isTrue();
        pack.replace(3, TestPack.door("main", "0", "[[3, 0], [1, 0]]"));
        assertThat(hashes.add(shapeHash())).as("a door turned").isTrue();
        pack.replace(0, TestPack.floor("0", "[[[0, 0], [11, 0], [11, 6], [0, 6], [0, 0]]]"));
        assertThat(hashes.add(shapeHash())).as("a larger floor").isTrue();
        pack.head("\"frame\": {\"unit\": \"m\", \"anchor\": {\"lon\": 13, \"lat\": 52}}");
        assertThat(hashes.add(shapeHash())).as("on the earth").isTrue();
    }

    private String shapeHash() throws IOException {
        return pack.pack().layouts().get(0).shapeHash();
    }
}
