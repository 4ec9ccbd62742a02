package dev.footfall.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.assertj.core.data.Offset;

/** Random stores can be read, and the oracle keeps what the definitions promise of them. */
class RandomStoreProperties {

    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("random-stores");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 60, seed = "20261122")
    void points_ofTheSameSeed_areTheSame(@ForAll long seed) {
        List<String> lines = RandomStore.make(seed, folder).points().lines();

        assertThat(RandomStore.make(seed, folder).points().lines()).isEqualTo(lines);
    }

    /** Only the order of what contradicts itself at one instant may matter; it is part of each observation. */
    @Property(tries = 60, seed = "20261122")
    void points_ofShuffledAndRepeatedTraffic_areTheSame(@ForAll long seed) {
        RandomStore store = RandomStore.make(seed, folder);
        Traffic shuffled = new Traffic(
                twiceShuffled(store.traffic().observations(), seed),
                twiceShuffled(store.traffic().doorReports(), seed),
                twiceShuffled(store.traffic().shelfReports(), seed),
                twiceShuffled(store.traffic().signs(), seed));

        assertThat(Oracle.compute(store.pack(), shuffled).lines())
                .isEqualTo(store.points().lines());
    }

    @Property(tries = 60, seed = "20261122")
    void sums_ofMinutesHoursAndDays_areEqual(@ForAll long seed) {
        Map<String, Map<String, Object>> points =
                RandomStore.make(seed, folder).points().bySeriesAndTime();
        for (String field : List.of("in", "out", "stays", "le_5", "seconds", "dwell_ms_sum", "bounces")) {
            double minutes = sum(points, "window=1m", field);

            assertThat(sum(points, "window=1h", field)).as(field).isCloseTo(minutes, within(field));
            assertThat(sum(points, "window=1d", field)).as(field).isCloseTo(minutes, within(field));
        }
    }

    private static Offset<Double> within(String field) {
        return Offset.offset(field.equals("dwell_ms_sum") ? 50.0 : 1e-6);
    }

    private static double sum(Map<String, Map<String, Object>> points, String window, String field) {
        return points.entrySet().stream()
                .filter(point -> point.getKey().contains(window))
                .filter(point -> point.getValue().containsKey(field))
                .mapToDouble(point -> ((Number) point.getValue().get(field)).doubleValue())
                .sum();
    }

    private static <T> List<T> twiceShuffled(List<T> all, long seed) {
        List<T> twice = new ArrayList<>(all);
        twice.addAll(all);
        Collections.shuffle(twice, new Random(seed));
        return twice;
    }
}
