package dev.footfall.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.Chain;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.StoreRun;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.StoreBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A layout version that is put into a store's folder while the job runs: it holds from its {@code validFrom} on, in event time, and what lies before
 * stays what it was, to the byte.
 *
 * <pre>
 *   10:00 ──── wine is on the left ──── 10:30 ──── wine is moved to the right, a door is added ──── 11:00
 * </pre>
 */
class LiveLayoutsTest {
    private static final String MOVES = "2026-05-04T10:30:00Z";
    private static final String BEFORE =
            """
            +------+------+
            | wine |      |
            |      |      |
            +------+------+
            |             |
            +-^^^---------+
            """;
    private static final String AFTER =
            """
            +------+------+
            |      | wine |
            |      |      |
            +------+------+
            |             |
            +-^^^-----^^^-+
            """;

    private final Path folder;
    private final KeyedOneInputStreamOperatorTestHarness<String, StoreFrame, StoreBatch> ingest;
    private final Chain chain;

    LiveLayoutsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        StorePack pack = StoreOf.drawing(BEFORE).in(folder.resolve("live").resolve("shop"));
        chain = new Chain(pack, Cadence.FINAL_ONLY);
        StorePackFolder packs = new StorePackFolder(folder.resolve("live").toString(), Duration.ZERO);
        ingest = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new IngestFunction(packs, Patience.LIVE)), StoreFrame::store, Types.STRING);
        ingest.setup(new HandedOn());
        ingest.open();
    }

    @AfterEach
    void close() throws Exception {
        ingest.close();
    }

    /** A day of the store; two people are in the middle of it at the change. */
    private StoreRun day(StoreOf store) throws IOException {
        StorePack pack = store.in(folder.resolve("replay" + System.nanoTime()));
        return new StoreRun(pack)
                .walks(1, walk("10:00", 3.0))
                .clock("10:05")
                .walks(2, walk("10:05", 11.0))
                .clock("10:10")
                .walks(3, walk("10:20", 3.0))
                .clock("10:25")
                .clock("10:29")
                .walks(4, walk("10:29:55", 3.0))
                .walks(5, walk("10:29:55", 11.0))
                .clock("10:29:55")
                .walks(6, walk("10:32", 11.0))
                .clock("10:35")
                .walks(7, walk("10:40", 3.0))
                .walks(8, walk("10:41", 11.0))
                .clock("10:45")
                .clock("11:00")
                .end();
    }

    /** In by the door on that side, ten seconds at the shelf above, and out again. */
    private static String walk(String from, double x) {
        StringBuilder walk = new StringBuilder();
        double[] ys = {-1, 0.5, 2, 3.5, 3.6, 3.7, 3.8, 3.7, 3.6, 3.5, 2, 0.5, -1};
        for (int i = 0; i < ys.length; i++) {
            long millis = Times.at(from) + i * 1_000L;
            walk.append(Times.text(millis))
                    .append(' ')
                    .append(x)
                    .append(' ')
                    .append(ys[i])
                    .append('\n');
        }
        return walk.toString().strip();
    }

    private static StoreOf moved() {
        return StoreOf.drawing(BEFORE).from(MOVES, AFTER);
    }

    private void takes(List<byte[]> frames) throws Exception {
        for (byte[] frame : frames) {
            ingest.processElement(new StoreFrame("shop", frame), 0);
        }
        ingest.extractOutputValues().forEach(chain::advance);
        ingest.getOutput().clear();
    }

    /** Puts the second version of a store into the folder of the running job. */
    private void put(StoreOf store, String file) throws IOException {
        Path drawn = folder.resolve("drawn" + System.nanoTime());
        store.in(drawn);
        Files.copy(
                drawn.resolve("layout.1.geojson"),
                folder.resolve("live").resolve("shop").resolve(file));
    }

    private Object counted(String name) {
        return ingest.getOperator().getRuntimeContext().getAccumulator(name).getLocalValue();
    }

    /** The final points of windows that end before the change. */
    private static List<String> history(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("window=1m") || line.contains("window=15m"))
                .filter(line -> {
                    long start = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
                    return start + (line.contains("window=1m") ? 60_000 : 900_000) <= Times.at("10:30");
                })
                .toList();
    }

    @Test
    void versionPutWhileRunning_countsAsIfItHadAlwaysBeenThere() throws Exception {
        StoreRun replayed = day(moved());
        takes(replayed.frames().subList(0, 3));

        put(moved(), "layout.renovated.geojson");
        takes(replayed.frames().subList(3, replayed.frames().size()));

        assertThat(chain.finalLines()).isEqualTo(replayed.chain().finalLines());
        assertThat(replayed.figures("zone_dwell floor=0 zone=wine window=1m: visits"))
                .containsExactly(
                        "10:00 visits=1",
                        "10:20 visits=1",
                        "10:29 visits=1",
                        "10:30 visits=1",
                        "10:32 visits=1",
                        "10:41 visits=1");
        assertThat(replayed.figures("footfall door=door-2 window=1h: in out")).containsExactly("10:00 in=2 out=3");
    }

    @Test
    void whatLiesBeforeAVersion_staysToTheByte() throws Exception {
        List<String> without = history(day(StoreOf.drawing(BEFORE)).chain().finalLines());

        assertThat(history(day(moved()).chain().finalLines()))
                .isEqualTo(without)
                .hasSizeGreaterThan(50);
    }

    /** In its id, which is another zone from then on, and in its name, which no figure shows. */
    @Test
    void renamedZone_keepsItsHistory() throws Exception {
        StoreOf renamed = StoreOf.drawing(BEFORE)
                .from(MOVES, BEFORE.replace("wine", "fizz"))
                .zoneSays("fizz", "\"name\": \"Sekt\"");
        List<String> without = history(day(StoreOf.drawing(BEFORE)).chain().finalLines());
        StoreRun run = day(renamed);

        assertThat(history(run.chain().finalLines())).isEqualTo(without);
        assertThat(run.figures("zone_dwell floor=0 window=15m: visits"))
                .containsExactly(
                        "10:00 zone=wine visits=1",
                        "10:15 zone=wine visits=2",
                        "10:30 zone=fizz visits=2",
                        "10:30 zone=wine visits=0");
    }

    @Test
    void faultyVersion_changesNothing_andIsCounted() throws Exception {
        StoreRun replayed = day(StoreOf.drawing(BEFORE));
        takes(replayed.frames().subList(0, 3));

        Files.writeString(folder.resolve("live").resolve("shop").resolve("layout.new.geojson"), "{\"type\": ");
        takes(replayed.frames().subList(3, replayed.frames().size()));

        assertThat(chain.finalLines()).isEqualTo(replayed.chain().finalLines());
        assertThat(counted("refusedLayouts")).isEqualTo(1L);
    }

    /** People stand at doors that are drawn otherwise than when they came: they begin anew at them, and the job goes on. */
    @Test
    void versionThatComesAfterItsInstant_holdsFromThenOn() throws Exception {
        StoreRun replayed = day(moved());
        takes(replayed.frames().subList(0, 6));
        List<String> before = history(chain.finalLines());

        put(moved(), "layout.late.geojson");
        takes(replayed.frames().subList(6, replayed.frames().size()));

        assertThat(history(chain.finalLines())).containsAll(before);
        assertThat(chain.finalLines())
                .filteredOn(line -> line.startsWith("zone_dwell,") && line.contains("window=1m"))
                .filteredOn(line -> line.endsWith(" " + Times.at("10:40")))
                .isEmpty();
        assertThat(chain.finalLines())
                .filteredOn(line -> line.startsWith("footfall,door=door-2,"))
                .isNotEmpty();
    }
}
