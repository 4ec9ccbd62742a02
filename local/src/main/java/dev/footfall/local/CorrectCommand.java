package dev.footfall.local;

import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.Profile;
import dev.footfall.jobs.archive.Archive;
import dev.footfall.jobs.archive.Corrections;
import dev.footfall.jobs.archive.DirtyDay;
import dev.footfall.jobs.archive.DirtyDays;
import dev.footfall.jobs.archive.StoreArchive;
import dev.footfall.jobs.influx.InfluxOptions;
import dev.footfall.jobs.influx.InfluxSettings;
import dev.footfall.jobs.influx.InfluxSink;
import dev.footfall.jobs.influx.PointDatabase;
import dev.footfall.jobs.influx.WriteFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall correct}: computes store days again that late events, or another layout for the past, have made wrong. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compute days again whose figures lack late events, or were drawn by another layout.",
            "Takes what the archive of a live job holds of them; beside it, at any time and as often as you like."
        },
        footerHeading = "%nExample:%n",
        footer = "  footfall correct --archive archive --stores stores --influx http://localhost:8086")
final class CorrectCommand implements Callable<Integer> {
    private static final long INFLUX_PATIENCE_MILLIS = 60_000;
    /** As many as fit a temporary folder and memory with ease. */
    private static final int DAYS_A_RUN = 20;

    @Option(
            names = "--archive",
            required = true,
            paramLabel = "DIR",
            description = "Raw archive of a live job. What was corrected is noted there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path archive;

    @Option(
            names = "--stores",
            required = true,
            paramLabel = "DIR",
            description = "Folder of store packs, one folder a store.")
    @SuppressWarnings("NullAway.Init")
    private Path stores;

    @Option(names = "--store", paramLabel = "STORE", description = "This store only.")
    private @Nullable String store;

    @Option(names = "--day", paramLabel = "DATE", description = "This store day only: 2026-11-21.")
    private @Nullable LocalDate date;

    @Option(names = "--dry-run", description = "Say what is to be corrected, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--profile",
            paramLabel = "store|chain",
            description =
                    "That of the live job: with chain, heat maps of hours and days only. Default: ${DEFAULT-VALUE}.")
    private Profile profile = Profile.STORE;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Tasks side by side; the points are the same. Default: one a core, ${DEFAULT-VALUE} here.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Mixin
    private InfluxOptions influx = new InfluxOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private int waiting;
    private int notArchived;

    @Override
    public Integer call() throws Exception {
        StorePacks packs = check();
        List<DayCorrection> days = find(packs);
        if (dryRun) {
            days.forEach(day -> say(day + ": to be corrected" + why(day.dirty())));
            say(count(days.size(), "day") + " to be corrected" + others());
            return Footfall.DONE;
        }
        Progress progress = new Progress(spec.commandLine().getErr());
        try (PointDatabase database = PointDatabase.of(settings())) {
            CorrectionRun run =
                    new CorrectionRun(stores, profile, new Corrections(archive), database, parallelism, progress);
            for (int from = 0; from < days.size(); from += DAYS_A_RUN) {
                run.run(days.subList(from, Math.min(days.size(), from + DAYS_A_RUN)), (day, outcome) -> {
                    progress.clear();
                    sayDone(day, outcome);
                });
            }
        } catch (WriteFailedException fault) {
            throw new UnusableInputException("--influx: " + fault.getMessage(), fault);
        }
        say(count(days.size(), "day") + " corrected" + others());
        return Footfall.DONE;
    }

    /** Those that can be corrected; says of the others why not. */
    private List<DayCorrection> find(StorePacks packs) throws IOException {
        List<DayCorrection> ready = new ArrayList<>();
        Corrections corrections = new Corrections(archive);
        for (Map.Entry<String, StoreArchive> archived : readArchive().entrySet()) {
            Optional<StorePack> pack = packs.find(archived.getKey());
            if (pack.isEmpty()) {
                say(archived.getKey() + ": not looked at, there is no such store in " + stores);
                continue;
            }
            for (DirtyDay dirty : DirtyDays.of(pack.get(), archived.getValue(), corrections.of(archived.getKey()))) {
                if (date == null || date.equals(dirty.day().date())) {
                    sort(new DayCorrection(pack.get(), archived.getValue(), dirty), ready);
                }
            }
        }
        return ready;
    }

    private Map<String, StoreArchive> readArchive() {
        try {
            return StoreArchive.of(new Archive(archive), name -> store == null || store.equals(name));
        } catch (IOException e) {
            throw new UnusableInputException("--archive: " + e.getMessage(), e);
        }
    }

    private void sort(DayCorrection day, List<DayCorrection> ready) {
        switch (day.dirty().standing()) {
            case READY -> ready.add(day);
            case WAITING -> {
                waiting++;
                say(day + ": waits, its figures are not final yet, or not all of it is in complete files"
                        + why(day.dirty()));
            }
            case NOT_ARCHIVED -> {
                notArchived++;
                say(day + ": left as it is, frames of this day were taken and not archived" + why(day.dirty()));
            }
        }
    }

    private static String why(DirtyDay dirty) {
        return (dirty.lateEvents() == 0 ? "" : "; " + count(dirty.lateEvents(), "late event"))
                + (dirty.otherLayouts() ? "; another layout holds for it now" : "");
    }

    private void sayDone(DayCorrection day, DayCorrection.Outcome outcome) {
        say(day + ": " + count(outcome.points(), "point") + ", " + number(outcome.changed()) + " changed, "
                + number(outcome.deleted()) + " deleted"
                + (outcome.kept() == 0 ? "" : ", " + number(outcome.kept()) + " that this InfluxDB cannot delete")
                + why(day.dirty()));
    }

    private String others() {
        return (waiting == 0 ? "" : ", " + waiting + " waiting")
                + (notArchived == 0 ? "" : ", " + notArchived + " not archived");
    }

    private static String count(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("correct: " + words);
        out.flush();
    }

    private InfluxSettings settings() {
        return influx.settings().givingUpAfter(INFLUX_PATIENCE_MILLIS);
    }

    /** Finds every fault of the command line and the store packs, before anything starts. */
    private StorePacks check() throws IOException {
        Faults faults = new Faults();
        if (!Files.isDirectory(archive)) {
            faults.add("--archive " + archive + ": there is no such folder");
        }
        if (parallelism < 1) {
            faults.add("--parallelism " + parallelism + ": at least 1");
        }
        if (influx.areGiven()) {
            List<String> ofInflux = influx.faults();
            ofInflux.forEach(faults::add);
            if (ofInflux.isEmpty() && !dryRun) {
                try {
                    new InfluxSink(settings()).ask();
                } catch (IOException fault) {
                    faults.add("--influx: " + fault.getMessage());
                }
            }
        } else if (!dryRun) {
            faults.add("--influx is absent: where are the points?");
        }
        faults.addThoseOf(stores);
        if (!faults.isEmpty()) {
            throw faults.exception();
        }
        return StorePacks.open(stores);
    }
}
