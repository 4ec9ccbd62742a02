package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.jobs.influx.InfluxPoints;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A replay puts into an InfluxDB what it writes to a file, byte for byte, and where cells, zones and stores are; a server that is no use ends it with 2. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIntoInfluxITCase {
    private Path folder = Path.of("");
    private Path stores = Path.of("");
    private Path events = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Influxd influxd;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        influxd = Influxd.start(folder.resolve("influx"));
        stores = Demo.stores(folder);
        events = Demo.write(folder.resolve("traffic.ndjson"), Demo.traffic());
    }

    @AfterAll
    void stop() throws IOException {
        influxd.close();
    }

    private CommandLineRun replay(String... where) {
        List<String> arguments =
                new ArrayList<>(List.of("replay", "--stores", stores.toString(), "--events", events.toString()));
        arguments.addAll(List.of(where));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void database_holdsWhatTheFileHolds_andWhereThingsAre() throws Exception {
        Path file = folder.resolve("points.lp");
        assertThat(replay("--out", file.toString()).code()).isZero();
        String url = influxd.url().toString();
        CommandLineRun run = replay("--influx", url, "--influx-database", "demo");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("in database demo at " + url);
        List<String> expected = Files.readAllLines(file);
        assertThat(InfluxPoints.finals(influxd.url(), "demo")).isEqualTo(expected);
        List<String> others = new ArrayList<>(InfluxPoints.all(influxd.url(), "demo"));
        others.removeAll(expected);
        assertThat(others)
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsOnly("cells", "stores", "zones");
        assertThat(run.out()).containsPattern(String.format("points +%,d  in", expected.size() + others.size()));
    }

    @Test
    void serverThatRefusesAPoint_endsWith2_andItsWords() {
        CommandLineRun first = replay("--influx", influxd.url().toString(), "--influx-retention", "nonesuch");

        assertThat(first.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(first.err()).contains("footfall: --influx: InfluxDB at " + influxd.url() + " refuses points");
        assertThat(first.err()).contains("retention policy not found: nonesuch");
    }

    @Test
    void serverThatIsNotThere_endsWith2_beforeAnythingStarts() {
        CommandLineRun run = replay("--influx", "http://127.0.0.1:1");

        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err()).contains("--influx: InfluxDB at http://127.0.0.1:1 cannot be used: ConnectException");
    }

    @Test
    void bothPlacesOrNone_endsWith2() {
        for (CommandLineRun run : List.of(
                replay(),
                replay(
                        "--out",
                        folder.resolve("x.lp").toString(),
                        "--influx",
                        influxd.url().toString()))) {
            assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
            assertThat(run.err()).contains("--out and --influx: name one of them");
        }
    }
}
