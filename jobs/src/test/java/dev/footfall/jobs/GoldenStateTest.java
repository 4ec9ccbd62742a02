package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States lie in checkpoints and savepoints that the next build goes on from: today's code reads what every version
 * wrote, and writes what the last one did. */
class GoldenStateTest {
    private final Path folder;

    GoldenStateTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void save_today_givesTheGoldenBytes() throws IOException {
        Map<String, byte[]> states = GoldenStates.busy(folder).chain().save();
        Map<String, byte[]> golden = GoldenStates.ofToday(states);

        states.forEach((operator, bytes) -> assertThat(bytes).as(operator).isEqualTo(golden.get(operator)));
    }

    @Test
    void restore_ofGolden_savesTheSameBytes() throws IOException {
        Chain chain = new Chain(BusyStore.pack(folder, "shop"), Cadence.LIVE);
        Map<String, byte[]> golden = GoldenStates.ofToday(chain.save());
        chain.restore(golden);

        chain.save().forEach((operator, bytes) -> assertThat(bytes).as(operator).isEqualTo(golden.get(operator)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void restore_ofGolden_goesOnAsIfNothingHadBeen(int version) throws IOException {
        StoreRun uninterrupted = GoldenStates.busy(folder);
        int pointsBefore = uninterrupted.chain().points().size();
        StoreRun restored = GoldenStates.busy(folder);
        restored.chain().restore(GoldenStates.of(restored.chain().save().keySet(), version));

        BusyStore.untilTheEnd(uninterrupted);
        BusyStore.untilTheEnd(restored);

        assertThat(lines(restored, version))
                .isEqualTo(lines(uninterrupted, version))
                .hasSizeGreaterThan(pointsBefore + 100);
    }

    /**
     * Every line written, provisional ones too; windows of one batch may come in another order. Before version 3 nothing was known of devices; and what did not know
     * yet that it told of places tells again.
     */
    private static List<String> lines(StoreRun run, int version) {
        return run.chain().points().stream()
                .map(Point::line)
                .filter(line -> version >= 3 || !line.matches("(device_health|pipeline),.*"))
                .filter(line -> version >= 2 || !line.matches("(stores|zones),.*"))
                .sorted()
                .toList();
    }

    /** A state holds much of what it can hold, or its golden file would say little. */
    @Test
    void golden_isBusy() throws IOException {
        Map<String, byte[]> states = GoldenStates.busy(folder).chain().save();
        Map<String, byte[]> idle = new Chain(BusyStore.pack(folder, "shop"), Cadence.LIVE).save();

        idle.forEach((operator, bytes) ->
                assertThat(states.get(operator)).as(operator).hasSizeGreaterThan(bytes.length + 100));
    }
}
