package dev.footfall.jobs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle gives every point that is expected of the real recordings, and none besides. */
class ReferenceFiguresTest {

    @ParameterizedTest
    @ValueSource(strings = {"zara01", "corridor-bo", "market", "office", "oddities"})
    void everyPoint_ofARealRecording_agrees(String name) {
        Optional<Path> data = SharedData.find();
        if (data.isEmpty()) {
            return;
        }
        StorePack pack = Objects.requireNonNull(
                StorePack.read(data.get().resolve("stores").resolve(name)).pack());
        Traffic traffic = Recordings.read(data.get().resolve("recordings").resolve(name + ".ndjson.gz"), pack.config());

        List<String> expected =
                PointComparison.lines(data.get().resolve("expected").resolve(name + ".lp.gz"));
        List<String> actual = Oracle.compute(pack, traffic).lines();

        assertThat(PointComparison.differences(expected, actual)).isEmpty();
    }
}
