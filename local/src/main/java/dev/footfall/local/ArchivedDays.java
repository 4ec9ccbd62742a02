package dev.footfall.local;

import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.PointSink;
import dev.footfall.jobs.archive.Archive;
import dev.footfall.jobs.archive.ArchivedFrames;
import dev.footfall.jobs.archive.DayPoints;
import dev.footfall.jobs.archive.StoreArchive;
import dev.footfall.jobs.framelog.FrameLogWriter;
import dev.footfall.jobs.mqtt.LaneSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Days of a store in an archive, as options of a replay; in place of recordings. */
final class ArchivedDays {
    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Raw archive of a live job, in place of --events; with --store and --day.")
    private @Nullable Path archive;

    @Option(names = "--store", paramLabel = "STORE", description = "Store whose days are taken from the archive.")
    private @Nullable String store;

    @Option(
            names = "--day",
            arity = "1..*",
            paramLabel = "DATE",
            description = "Store days taken from the archive, by the dates on which they begin: 2026-11-21.")
    private List<LocalDate> dates = List.of();

    boolean areGiven() {
        return archive != null;
    }

    /** What is wrong with them, beside the store packs. */
    void check(Faults faults) {
        if (archive == null) {
            if (store != null || !dates.isEmpty()) {
                faults.add("--store and --day are of an archive: name it with --archive");
            }
            return;
        }
        if (!Files.isDirectory(archive)) {
            faults.add("--archive " + archive + ": there is no such folder");
        }
        if (store == null || dates.isEmpty()) {
            faults.add("--archive needs --store and --day: whose days, and which");
        }
    }

    private StorePack pack(StorePacks packs) {
        return packs.find(String.valueOf(store))
                .orElseThrow(() -> new UnusableInputException("--store " + store + ": --stores has no such store"));
    }

    private List<StoreDay> days(StorePack pack) {
        return dates.stream().map(pack.calendar()::day).toList();
    }

    /** Writes the frames that the days follow from; answers how many. Says which of the days are not whole. */
    long writeFrames(StorePacks packs, Path frames, PrintWriter err) throws IOException {
        StorePack pack = pack(packs);
        Archive opened = new Archive(java.util.Objects.requireNonNull(archive, "--archive"));
        @Nullable StoreArchive archived = read(opened).get(pack.config().store());
        if (archived == null) {
            throw new UnusableInputException("--archive " + archive + " holds nothing of store " + store);
        }
        for (StoreDay day : days(pack)) {
            if (archived.lacksFramesOf(day) || archived.completeUntilMillis() < day.endMillis()) {
                err.println("footfall: " + store + " " + day.date()
                        + ": the archive does not hold, or not yet, all that was taken of this day");
            }
        }
        try (FrameLogWriter log = new FrameLogWriter(frames, LaneSettings.DEFAULT_LANES)) {
            return ArchivedFrames.write(pack, archived, days(pack), log);
        }
    }

    private java.util.Map<String, StoreArchive> read(Archive opened) throws IOException {
        try {
            return StoreArchive.of(opened, name -> name.equals(store));
        } catch (IOException e) {
            throw new UnusableInputException("--archive: " + e.getMessage(), e);
        }
    }

    /** The sink of their points alone. */
    PointSink sink(StorePacks packs, PointSink sink) {
        StorePack pack = pack(packs);
        return new DayPoints(
                days(pack).stream()
                        .map(day -> new DayPoints.Day(pack.config().store(), day.startMillis(), day.endMillis()))
                        .toList(),
                false,
                sink);
    }
}
