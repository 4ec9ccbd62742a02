package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.jobs.influx.InfluxPoints;
import dev.footfall.servers.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A camera is cut off for two hours and tells of them the next morning: after a correction the points are those of a camera that never was. Then a
 * layout is put in that holds since the noon of that day: after another correction they are those of a store that had it from then on.
 *
 * <pre>
 *   10 March  09:00 ── 10:00 ╌╌ cut off ╌╌ 12:00 ── 15:00        11 March  07:00 ── 08:00 tells of the two hours ── 09:00
 * </pre>
 */
class CorrectITCase {
    private static final String STORE = "north";
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long CUT_OFF = Demo.START + HOUR;
    private static final long CONNECTED = Demo.START + 3 * HOUR;
    private static final long TOLD = Demo.START + 23 * HOUR;
    private static final long DAY_START = Demo.START - 6 * HOUR; // 04:00 in Berlin
    private static final long DAY_END = DAY_START + 24 * HOUR;

    private final Path folder;
    private final Path stores;

    CorrectITCase(@TempDir Path folder) throws IOException {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
        this.folder = folder;
        stores = Demo.stores(folder);
        WorkFolder.remove(stores.resolve("south"));
        WorkFolder.remove(stores.resolve("west"));
    }

    /** A line of a recording, to be put in the order of its receipt. */
    private record Line(long at, String text) {}

    /** Somebody goes to the till and back every ten minutes, and the door counts. */
    private static List<String> traffic(boolean cutOff) {
        List<Line> lines = new ArrayList<>();
        for (long minute = 0; minute < 6 * 60; minute++) {
            minute(lines, Demo.START + minute * MINUTE, cutOff);
        }
        for (long minute = 22 * 60; minute < 24 * 60; minute++) {
            minute(lines, Demo.START + minute * MINUTE, cutOff);
        }
        lines.sort(Comparator.comparingLong(Line::at));
        return lines.stream().map(Line::text).toList();
    }

    private static void minute(List<Line> lines, long start, boolean cutOff) {
        String door = "{\"time\":" + start + ",\"in\":" + start / MINUTE % 3 + ",\"out\":1,\"seconds\":60}";
        lines.add(new Line(start + 200, Demo.line(start + 200, "footfall/v1/" + STORE + "/door/counter", door)));
        long walk = start / MINUTE % 10;
        if (walk > 1) {
            return;
        }
        for (int second = 0; second < 60; second += 2) {
            long time = start + second * 1_000L;
            boolean kept = cutOff && time >= CUT_OFF && time < CONNECTED;
            long at = kept ? TOLD + (time - CUT_OFF) / 100 : time + 120;
            double x = walk == 0 ? 0.25 + second * 0.15 : 9.1 - second * 0.15;
            lines.add(new Line(at, Demo.track(STORE, at, time, "p" + start / MINUTE / 10, x, 2)));
        }
    }

    @Test
    @Timeout(600)
    void cameraCutOff_andALayoutForThePast_endAsIfItHadAlwaysBeenSo() throws Exception {
        Path disturbed = Demo.write(folder.resolve("disturbed.ndjson"), traffic(true));
        Path undisturbed = Demo.write(folder.resolve("undisturbed.ndjson"), traffic(false));
        Path archive = folder.resolve("archive");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                LiveChain chain = new LiveChain(folder, stores, broker.uri())) {
            chain.startGateway("one", broker.uri());
            chain.startJob(1, "--archive", archive.toString(), "--archive-roll", "1ms");
            assertDone(LiveChain.publish(broker.uri(), disturbed, "max").get());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> dryRun(archive).contains("correct: 1 day to be corrected"));
            List<String> before = day(InfluxPoints.finals(chain.influxd().url(), LiveChain.DATABASE), "1i");
            assertThat(before).isNotEmpty().isNotEqualTo(replayed(stores, undisturbed));

            assertThat(correct(chain, archive, stores)).contains("correct: north 2026-03-10: ", " late events");
            List<String> points = InfluxPoints.finals(chain.influxd().url(), LiveChain.DATABASE);
            assertThat(day(points, "2i")).isEqualTo(replayed(stores, undisturbed));
            assertThat(correct(chain, archive, stores)).contains("correct: 0 days corrected");
            assertThat(archived(archive, stores)).isEqualTo(replayed(stores, undisturbed));

            Path later = withAWiderTill();
            assertThat(correct(chain, archive, later))
                    .contains("correct: north 2026-03-10: ", "another layout holds for it now");
            points = InfluxPoints.finals(chain.influxd().url(), LiveChain.DATABASE);
            assertThat(day(points, "2i"))
                    .isEqualTo(replayed(later, undisturbed))
                    .isNotEqualTo(replayed(stores, undisturbed));
        }
    }

    private static CommandLineRun assertDone(CommandLineRun run) {
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        return run;
    }

    private String dryRun(Path archive) {
        return CommandLineRun.of("correct", "--archive", archive.toString(), "--stores", stores.toString(), "--dry-run")
                .out();
    }

    private static String correct(LiveChain chain, Path archive, Path stores) {
        return assertDone(CommandLineRun.of(
                        "correct",
                        "--archive",
                        archive.toString(),
                        "--stores",
                        stores.toString(),
                        "--influx",
                        chain.influxd().url().toString()))
                .out();
    }

    /** The stores, with a version of the layout more: since the noon of the day the till reaches a metre further. */
    private Path withAWiderTill() throws IOException {
        Path later = folder.resolve("stores-later");
        try (Stream<Path> files = Files.walk(stores)) {
            for (Path file : files.toList()) {
                Files.copy(file, later.resolve(stores.relativize(file)));
            }
        }
        Path pack = later.resolve(STORE);
        String layout = Files.readString(pack.resolve("layout.geojson"))
                .replace("\"frame\":", "\"validFrom\": \"2026-03-10T12:00:00Z\", \"frame\":")
                .replace("[7,", "[6,");
        Files.writeString(pack.resolve("layout.2026-03-10T12.geojson"), layout);
        return later;
    }

    /** The day in a replay of a recording, without the status. */
    private List<String> replayed(Path packs, Path events) throws IOException {
        Path out = folder.resolve("replayed.lp");
        assertDone(CommandLineRun.of(
                "replay", "--stores", packs.toString(), "--events", events.toString(), "--out", out.toString()));
        return day(Files.readAllLines(out), "1i");
    }

    /** The day in a replay of the archive, without the status. */
    private List<String> archived(Path archive, Path packs) throws IOException {
        Path out = folder.resolve("archived.lp");
        assertDone(CommandLineRun.of(
                "replay",
                "--stores",
                packs.toString(),
                "--archive",
                archive.toString(),
                "--store",
                STORE,
                "--day",
                "2026-03-10",
                "--out",
                out.toString()));
        List<String> lines = Files.readAllLines(out);
        assertThat(day(lines, "1i")).hasSameSizeAs(lines);
        return day(lines, "1i");
    }

    /** Those of 10 March, all with that status, which is taken away. */
    private static List<String> day(List<String> lines, String status) {
        List<String> ofDay = lines.stream()
                .filter(line -> {
                    long time = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
                    return time >= DAY_START && time < DAY_END;
                })
                .toList();
        assertThat(ofDay).allMatch(line -> line.contains(",status=" + status));
        return ofDay.stream()
                .map(line -> line.replace(",status=" + status, ""))
                .sorted()
                .toList();
    }
}
