package dev.footfall.local;

import dev.footfall.geofences.StoreDay;
import dev.footfall.jobs.Profile;
import dev.footfall.jobs.archive.ArchivedFrames;
import dev.footfall.jobs.archive.Corrections;
import dev.footfall.jobs.archive.DayPoints;
import dev.footfall.jobs.framelog.FrameLogWriter;
import dev.footfall.jobs.influx.PointDatabase;
import dev.footfall.jobs.lineprotocol.LineProtocolSink;
import dev.footfall.jobs.lineprotocol.SortedLines;
import dev.footfall.jobs.mqtt.LaneSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Computes store days again from the archive, puts their points in place of those that a database has, and notes each day that is done. */
final class CorrectionRun {
    private final Path stores;
    private final Profile profile;
    private final Corrections corrections;
    private final PointDatabase database;
    private final int parallelism;
    private final Progress progress;

    CorrectionRun(
            Path stores,
            Profile profile,
            Corrections corrections,
            PointDatabase database,
            int parallelism,
            Progress progress) {
        this.stores = stores;
        this.profile = profile;
        this.corrections = corrections;
        this.database = database;
        this.parallelism = parallelism;
        this.progress = progress;
    }

    /** Corrects days, all in one run of the job; tells of each one when its points are safe. */
    void run(List<DayCorrection> days, BiConsumer<DayCorrection, DayCorrection.Outcome> done) throws Exception {
        try (WorkFolder work = new WorkFolder()) {
            writeFrames(days, work.frames());
            DayPoints points = new DayPoints(
                    days.stream().map(DayCorrection::day).toList(),
                    true,
                    new LineProtocolSink(work.runs().toString()));
            new FigureRun(stores, profile, work.frames(), work.flink(), points, parallelism, progress).run(0);
            Path file = work.runs().resolve("points.lp");
            SortedLines.merge(work.runs(), file);
            for (DayCorrection day : days) {
                DayCorrection.Outcome outcome =
                        ComputedDay.read(day.day(), file).replaceIn(database);
                corrections.add(
                        day.store(), day.dirty().day().date(), day.dirty().fingerprint(), outcome.words());
                done.accept(day, outcome);
            }
        }
    }

    private static void writeFrames(List<DayCorrection> days, Path folder) throws IOException {
        Map<String, List<DayCorrection>> byStore =
                days.stream().collect(Collectors.groupingBy(DayCorrection::store, TreeMap::new, Collectors.toList()));
        try (FrameLogWriter log = new FrameLogWriter(folder, LaneSettings.DEFAULT_LANES)) {
            for (List<DayCorrection> ofStore : byStore.values()) {
                DayCorrection any = ofStore.get(0);
                List<StoreDay> storeDays =
                        ofStore.stream().map(each -> each.dirty().day()).toList();
                ArchivedFrames.write(any.pack(), any.archive(), storeDays, log);
            }
        }
    }
}
