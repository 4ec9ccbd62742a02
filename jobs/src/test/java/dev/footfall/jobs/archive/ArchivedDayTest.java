package dev.footfall.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.Topics;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.Chain;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StoreRun;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.framelog.FrameLogFormat;
import dev.footfall.jobs.framelog.FrameLogWriter;
import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.local.LocalDataInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day taken out of the archive alone, its frames in whatever order they arrived, has the points that it has in the whole of the traffic. */
class ArchivedDayTest {
    private static final String SHOP =
            """
            +-----+-----+
            |wine |beer |
            +-----+-----+
            """;
    private static final int DAYS = 4;
    private static final int LANES = 4;

    private final Path folder;
    private final StorePack pack;

    ArchivedDayTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pack = StoreOf.drawing(SHOP).devices("{id: shelf, kind: shelf}").in(folder.resolve("packs"));
    }

    /** Some days with people about at all hours, at the day cut above all. */
    private StoreRun traffic(Random random) {
        StoreRun run = new StoreRun(pack);
        long start = Times.at("2026-05-01T04:00:00Z");
        for (long time = start; time < start + DAYS * 86_400_000L; time += 600_000) {
            boolean atTheCut = Math.floorMod(time - start + 1_200_000, 86_400_000L) < 2_400_000;
            if (atTheCut || random.nextInt(12) == 0) {
                walk(run, random, time);
                stay(run, random, time);
                run.clock(Times.text(time + 580_000));
            }
        }
        return run.end();
    }

    private static void walk(StoreRun run, Random random, long time) {
        StringBuilder walk = new StringBuilder();
        for (int second = 0; second < 500; second += 2 + random.nextInt(4)) {
            walk.append(String.format(
                    Locale.ROOT,
                    "%s %.2f %.2f%n",
                    Times.text(time + second * 1_000L),
                    random.nextDouble() * 2,
                    random.nextDouble()));
        }
        // a pseudonym lasts a store day
        run.walks(1 + Math.floorDiv(time, 86_400_000L) * 10 + random.nextInt(3), walk.toString());
    }

    private static void stay(StoreRun run, Random random, long time) {
        long entered = time - random.nextInt(1_800_000);
        run.stays(
                500 + random.nextInt(5),
                random.nextBoolean() ? "wine" : "beer",
                Times.text(entered),
                Times.text(time + random.nextInt(500_000)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void day_alone_isAsInTheWhole(long seed) throws Exception {
        Random random = new Random(seed);
        StoreRun whole = traffic(random);
        List<byte[]> arrived = new ArrayList<>(whole.frames());
        Collections.shuffle(arrived, random);
        WrittenArchive archive = new WrittenArchive(folder.resolve("archive"), pack);
        for (byte[] frame : arrived) {
            archive.frame(frame);
        }
        for (int day = 0; day < DAYS; day++) {
            StoreDay storeDay = pack.calendar().day(LocalDate.of(2026, 5, 1).plusDays(day));

            assertThat(linesOf(storeDay, replay(storeDay, archive.read())))
                    .as("%s", storeDay.date())
                    .isEqualTo(linesOf(storeDay, whole.chain()))
                    .hasSizeGreaterThan(50);
        }
    }

    private static List<String> linesOf(StoreDay day, Chain chain) {
        return chain.points().stream()
                .filter(Point::last)
                .filter(point -> day.contains(point.timeMillis()))
                .map(Point::line)
                .sorted()
                .toList();
    }

    private Chain replay(StoreDay day, StoreArchive archive) throws Exception {
        Path frames = Files.createDirectories(folder.resolve("frames-" + day.date()));
        try (FrameLogWriter log = new FrameLogWriter(frames, LANES)) {
            assertThat(ArchivedFrames.write(pack, archive, List.of(day), log)).isPositive();
        }
        Chain chain = new Chain(pack, Cadence.FINAL_ONLY);
        Path lane = frames.resolve("lane-%02d.frames".formatted(Topics.lane("shop", LANES)));
        try (StreamFormat.Reader<StoreFrame> reader =
                new FrameLogFormat().createReader(new Configuration(), new LocalDataInputStream(lane.toFile()))) {
            for (StoreFrame frame = reader.read(); frame != null; frame = reader.read()) {
                chain.accept(frame.bytes());
            }
        }
        assertThat(chain.lateEvents()).isZero();
        return chain;
    }
}
