package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same traffic of several stores gives the same file, byte for byte, however it is run and however it was delivered. */
class ReplaySameBytesITCase {
    private static final long SLACK_MILLIS = 2_000;

    @TempDir
    private Path folder = Path.of("");

    private byte[] replay(String name, List<String> lines, int parallelism) throws IOException {
        Path out = folder.resolve(name + ".lp");
        Path stores = Demo.stores(folder);
        Path events = Demo.write(folder.resolve(name + ".ndjson"), lines);
        CommandLineRun run = CommandLineRun.of(
                "replay",
                "--stores",
                stores.toString(),
                "--events",
                events.toString(),
                "--out",
                out.toString(),
                "--parallelism",
                Integer.toString(parallelism));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("late +0\n").containsPattern("rejected +0\n");
        return Files.readAllBytes(out);
    }

    /** Each device of each store is heard up to {@code SLACK_MILLIS} later than it was, always by the same time. */
    private static List<String> interleavedOtherwise(List<String> lines, Random random) {
        Map<String, Long> delays = new HashMap<>();
        return lines.stream()
                .sorted(Comparator.comparingLong(line -> at(line)
                        + delays.computeIfAbsent(topic(line), unseen -> (long) random.nextInt((int) SLACK_MILLIS))))
                .toList();
    }

    private static long at(String line) {
        return Long.parseLong(line.substring(6, line.indexOf(',')));
    }

    private static String topic(String line) {
        return line.substring(line.indexOf("footfall/"), line.indexOf("\",\"payload\""));
    }

    @Test
    void theSameTraffic_howeverRunOrDelivered() throws IOException {
        List<String> traffic = Demo.traffic();
        byte[] points = replay("one-task", traffic, 1);

        assertThat(points).isNotEmpty();
        assertThat(replay("once-more", traffic, 1)).as("run again").isEqualTo(points);
        assertThat(replay("four-tasks", traffic, 4)).as("parallelism 4").isEqualTo(points);
        assertThat(replay("interleaved", interleavedOtherwise(traffic, new Random(1)), 2))
                .as("devices interleaved otherwise, within slack")
                .isEqualTo(points);
        assertThat(replay(
                        "twice",
                        traffic.stream().flatMap(line -> Stream.of(line, line)).toList(),
                        2))
                .as("every message twice")
                .isEqualTo(points);
    }
}
