package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.oracle.PointComparison;
import dev.footfall.jobs.oracle.RandomStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The operators of the topology, one after the other, over random stores and traffic that are hard to get right.
 *
 * <p>Whatever happens, the final points are those of the slow, obvious reading of the definitions; and they are the same to the byte
 * however the traffic was delivered, however often states were saved and restored, and however often provisional points were
 * written on the way.
 */
class ChainProperties {
    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("footfall-chain");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> figures(StorePack pack, List<byte[]> frames) throws Exception {
        Chain chain = new Chain(pack, Cadence.FINAL_ONLY);
        for (byte[] frame : frames) {
            chain.accept(frame);
        }
        assertThat(chain.lateEvents()).isZero();
        return chain.finalLines();
    }

    private static List<String> figures(RandomStore store) throws Exception {
        return figures(store.pack(), new RecordedLines(store.lines()).frames(store.stores()));
    }

    @Property(tries = 600, seed = "20261122")
    void anyTraffic_givesThePointsOfTheDefinitions(@ForAll long seed) throws Exception {
        RandomStore store = RandomStore.make(seed, folder);

        assertThat(PointComparison.differences(store.points().lines(), figures(store)))
                .isEmpty();
    }

    @Property(tries = 60, seed = "20261122")
    void trafficDeliveredTwice_givesTheSameBytes(@ForAll long seed) throws Exception {
        RandomStore store = RandomStore.make(seed, folder);

        assertThat(figures(
                        store.pack(), new RecordedLines(store.lines()).twice().frames(store.stores())))
                .isEqualTo(figures(store));
    }

    @Property(tries = 60, seed = "20261122")
    void devicesInterleavedDifferentlyWithinSlack_giveTheSameBytes(@ForAll long seed) throws Exception {
        RandomStore store = RandomStore.make(seed, folder);
        long slack = store.pack().config().devices().stream()
                .mapToLong(DeviceConfig::slackMillis)
                .max()
                .orElse(0);
        RecordedLines interleaved = new RecordedLines(store.lines()).interleavedWithin(slack, new Random(seed));

        assertThat(figures(store.pack(), interleaved.frames(store.stores()))).isEqualTo(figures(store));
    }

    @Property(tries = 60, seed = "20261122")
    void eventsOneByOne_giveTheSameBytes(@ForAll long seed) throws Exception {
        RandomStore store = RandomStore.make(seed, folder);

        assertThat(figures(
                        store.pack(),
                        new RecordedLines(store.lines()).oneByOne().frames(store.stores())))
                .isEqualTo(figures(store));
    }

    @Property(tries = 60, seed = "20261122")
    void statesSavedAndRestoredOnTheWay_giveTheSameBytes(@ForAll long seed) throws Exception {
        RandomStore store = RandomStore.make(seed, folder);
        Random random = new Random(seed);
        Chain chain = new Chain(store.pack(), Cadence.FINAL_ONLY);
        for (byte[] frame : new RecordedLines(store.lines()).frames(store.stores())) {
            chain.accept(frame);
            if (random.nextInt(5) == 0) {
                chain.saveAndRestore();
            }
        }

        assertThat(chain.finalLines()).isEqualTo(figures(store));
    }

    @Property(tries = 60, seed = "20261122")
    void provisionalPointsOnTheWay_leaveTheFinalOnesTheSame(@ForAll long seed) throws Exception {
        RandomStore store = RandomStore.make(seed, folder);
        Chain chain = new Chain(store.pack(), Cadence.LIVE);
        for (byte[] frame : new RecordedLines(store.lines()).frames(store.stores())) {
            chain.accept(frame);
        }

        assertThat(chain.finalLines()).isEqualTo(figures(store));
    }
}
