package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Profile#CHAIN} leaves out, and that it changes nothing else. */
class ChainProfileTest {
    private final StorePack pack;

    ChainProfileTest(@TempDir Path folder) throws IOException {
        pack = BusyStore.pack(folder, "shop");
    }

    @Test
    void finalFigures_areThoseOfAStore_butHeatOfMinutesAndQuarters() {
        List<String> ofAStore = busy(Profile.STORE.replay()).chain().finalLines();
        List<String> expected = ofAStore.stream()
                .filter(line ->
                        !(line.startsWith("heatmap,") && (line.contains("window=1m ") || line.contains("window=15m "))))
                .toList();

        assertThat(expected).hasSizeLessThan(ofAStore.size()).anyMatch(line -> line.startsWith("heatmap,"));
        assertThat(busy(Profile.CHAIN.replay()).chain().finalLines()).isEqualTo(expected);
        assertThat(busy(Profile.CHAIN.live()).chain().finalLines()).isEqualTo(expected);
    }

    /** A choice of the running job: the state of the one profile goes on in the other. */
    @Test
    void anotherProfile_goesOnFromTheSameState() throws Exception {
        Chain store = new Chain(pack, Profile.STORE.live());
        Chain chain = new Chain(pack, Profile.CHAIN.live());
        StoreRun run = new StoreRun(pack);
        BusyStore.untilHalfPastFour(run);
        int half = run.frames().size();
        BusyStore.untilTheEnd(run);
        for (byte[] frame : run.frames().subList(0, half)) {
            store.accept(frame);
        }
        chain.restore(store.save());
        for (byte[] frame : run.frames().subList(half, run.frames().size())) {
            chain.accept(frame);
        }

        assertThat(Stream.of(store, chain).flatMap(part -> part.finalLines().stream()))
                .contains(run.chain().finalLines().stream()
                        .filter(line -> line.contains("window=1d "))
                        .toArray(String[]::new));
    }

    private StoreRun busy(Cadence cadence) {
        StoreRun run = new StoreRun(pack, cadence);
        BusyStore.untilHalfPastFour(run);
        BusyStore.untilTheEnd(run);
        return run;
    }
}
