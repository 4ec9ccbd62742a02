package dev.footfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @Test
    void execute_twice_sameRecordingAndTruth() throws IOException {
        assertThat(simulate("kiosk", "--out", folder.resolve("a").toString(), "--hours", "1"))
                .isZero();
        assertThat(simulate("kiosk", "--out", folder.resolve("b").toString(), "--hours", "1"))
                .isZero();

        assertThat(folder.resolve("a/recording.ndjson.gz"))
                .hasSameBinaryContentAs(folder.resolve("b/recording.ndjson.gz"));
        assertThat(folder.resolve("a/truth/truth.yaml")).hasSameTextualContentAs(folder.resolve("b/truth/truth.yaml"));
        assertThat(Files.readString(folder.resolve("a/truth/truth.yaml")))
                .startsWith(
                        "store: kiosk\nseed: 1\nfrom: 2026-03-02T06:00:00Z\nuntil: 2026-03-02T07:00:00Z\nerrors: none\n");
        try (GZIPInputStream unzipped =
                new GZIPInputStream(Files.newInputStream(folder.resolve("a/recording.ndjson.gz")))) {
            assertThat(new String(unzipped.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines())
                    .allMatch(line -> line.startsWith("{\"at\":17724") && line.endsWith("}"));
        }
    }

    @Test
    void execute_truth_hasHeadsAsDocumented() throws IOException {
        simulate("kiosk", "--out", folder.toString(), "--hours", "0.5");

        assertThat(Files.readAllLines(folder.resolve("truth/visits.csv")).get(0))
                .isEqualTo("visit,source,role,group,mission,started_ms,ended_ms");
        assertThat(Files.readAllLines(folder.resolve("truth/stays.csv")).get(0))
                .isEqualTo("visit,floor,zone,entered_ms,left_ms");
        assertThat(Files.readAllLines(folder.resolve("truth/crossings.csv")).get(0))
                .isEqualTo("time_ms,door,direction,visit");
        assertThat(Files.readAllLines(folder.resolve("truth/occupancy.csv")).get(0))
                .isEqualTo("time_ms,people");
        assertThat(Files.readAllLines(folder.resolve("truth/staff.csv")).get(0)).isEqualTo("from_ms,to_ms,floor");
    }

    @Test
    void execute_wrongOptions_saysSo() {
        assertThat(simulate("kiosk", "--out", folder.toString(), "--hours", "0"))
                .isEqualTo(2);
        assertThat(simulate("kiosk", "--out", folder.toString(), "--errors", "some"))
                .isEqualTo(2);
        assertThat(simulate("kiosk", "--out", folder.toString(), "--from", "yesterday"))
                .isEqualTo(2);
        assertThat(simulate("no-such-store", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("--hours is 0.0", "--errors is some", "--from is yesterday", "no-such-store")
                .doesNotContain("Exception");
    }

    private int simulate(String store, String... options) {
        CommandLine command = new CommandLine(new SimulateCommand());
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(new StringWriter()));
        String[] all = new String[options.length + 2];
        all[0] = "--store";
        all[1] = Demo.store(store).toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return command.execute(all);
    }
}
