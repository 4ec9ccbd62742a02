package dev.footfall.local.torture;

import dev.footfall.local.Ending;
import dev.footfall.local.Outbox;
import dev.footfall.local.Progress;
import dev.footfall.local.WorkFolder;
import dev.footfall.mqtt.Broker;
import dev.footfall.simulator.RecordingWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run: starts all parts, publishes, breaks, waits until everything has come through, corrects, compares. */
final class Torture {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** After which time in which the database learned nothing more, whatever is behind is given up. */
    private static final Duration STANDSTILL = Duration.ofMinutes(4);

    private static final Duration LOOK_AT_THE_ARCHIVE_EVERY = Duration.ofSeconds(4);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(30);
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(1);
    private static final int SHARE_AWAY = 10;
    private static final double LAST_FAULT = 0.97;
    private static final double MIDDLE = 0.4;

    private final Path folder;
    private final long seed;
    private final Duration time;
    private final int load;
    private final List<FaultKind> kinds;
    private final @Nullable BrokenRule broken;
    private final Ending ending;
    private final Progress progress;
    private Map<FaultKind, Integer> faults = Map.of();
    private Map<FaultKind, List<Duration>> recoveries = Map.of();
    private int correctedDays;
    private boolean harmed;
    private @Nullable SpoolSize spools;

    Torture(
            Path folder,
            long seed,
            Duration time,
            int load,
            List<FaultKind> kinds,
            @Nullable BrokenRule broken,
            Ending ending,
            PrintWriter err) {
        this.folder = folder;
        this.seed = seed;
        this.time = time;
        this.load = load;
        this.kinds = kinds;
        this.broken = broken;
        this.ending = ending;
        this.progress = new Progress(err);
    }

    /** Somebody pressed Ctrl-C. */
    static final class AskedToEndException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Verdict run() throws Exception {
        Shops shops = new Shops(folder.resolve("stores"));
        Path recording = folder.resolve("undisturbed.ndjson.gz");
        progress.show("starting", 0);
        try (Parts parts = new Parts(folder, shops)) {
            spools = new SpoolSize(parts.spools());
            publish(parts, shops, recording);
            Judge judge = new Judge(folder, shops.folder(), recording, parts.jobs.archive(), parts.secretFile());
            awaitArchive(judge);
            parts.jobs.stop();
            if (broken != null) {
                broken.atTheEnd(parts);
            }
            progress.show("correcting", 0);
            correctedDays = count(judge.correct(parts.influxd.url()));
            progress.show("comparing", 0);
            return judge.verdict(parts.influxd.url(), Jobs.DATABASE);
        } finally {
            progress.clear();
        }
    }

    private void publish(Parts parts, Shops shops, Path recording) throws Exception {
        Duration away = time.dividedBy(SHARE_AWAY);
        try (PrintWriter faultLog = new PrintWriter(Files.newBufferedWriter(folder.resolve("faults.log")), true);
                BufferedWriter log = Files.newBufferedWriter(folder.resolve("devices.log"));
                PrintWriter said = new PrintWriter(log, true);
                Traffic traffic = new Traffic(
                        shops.simulations(seed),
                        new Outbox(
                                Broker.at("mqtt://127.0.0.1:" + parts.devicesToBroker.port()), said, CONNECTS_WITHIN),
                        new RecordingWriter(recording),
                        time,
                        load)) {
            Recovery recovery = new Recovery(parts.influxd, Jobs.DATABASE, traffic::nowMillis);
            FaultKind.Scene scene = new FaultKind.Scene(
                    parts, traffic, away.compareTo(LONGEST_AWAY) > 0 ? LONGEST_AWAY : away, faultLog);
            try (Schedule schedule = new Schedule(scene, recovery, kinds, seed)) {
                traffic.start();
                while (!traffic.isOver()) {
                    if (!kinds.isEmpty() && traffic.share() < LAST_FAULT) {
                        schedule.goOn();
                    } else {
                        schedule.awaitOver();
                    }
                    if (broken != null && !harmed && traffic.share() > MIDDLE) {
                        harmed = true;
                        broken.inTheMiddle(parts);
                    }
                    look(recovery, "publishing and breaking", traffic.share());
                }
                schedule.awaitOver();
                awaitLast(recovery, traffic.nowMillis() + Traffic.CLOSED_MILLIS);
                faults = schedule.counts();
                recoveries = recovery.times();
                if (!schedule.unexpected().isEmpty()) {
                    throw new IOException("the harness failed: " + schedule.unexpected());
                }
            }
        }
    }

    /** Waits as long as the database comes nearer to the end. */
    private void awaitLast(Recovery recovery, long endMillis) throws InterruptedException, IOException {
        long known = recovery.knownMillis();
        long moved = System.nanoTime();
        while (known < endMillis && System.nanoTime() - moved < STANDSTILL.toNanos()) {
            look(recovery, "waiting for the last", 1);
            long now = recovery.knownMillis();
            if (now > known) {
                moved = System.nanoTime();
                known = now;
            }
        }
        recovery.look();
    }

    private void look(Recovery recovery, String stage, double share) throws InterruptedException, IOException {
        recovery.look();
        if (spools != null) {
            spools.look();
        }
        progress.show(stage, share);
        pause(LOOK_EVERY);
    }

    private void pause(Duration how) throws InterruptedException {
        if (ending.awaitAsked(how)) {
            throw new AskedToEndException();
        }
    }

    /** Files of the archive are whole some time after the events. */
    private void awaitArchive(Judge judge) throws Exception {
        long begun = System.nanoTime();
        long before = -1;
        long lost = judge.archived().lost();
        while (lost > 0
                && (lost != before
                        || System.nanoTime() - begun < Duration.ofSeconds(30).toNanos())) {
            progress.show("waiting for the archive", 0);
            pause(LOOK_AT_THE_ARCHIVE_EVERY);
            before = lost;
            lost = judge.archived().lost();
        }
    }

    /** A line a day, each with its points. */
    private static int count(String said) {
        return (int) said.lines().filter(line -> line.contains(" points, ")).count();
    }

    Map<FaultKind, Integer> faults() {
        return faults;
    }

    Map<FaultKind, List<Duration>> recoveries() {
        return recoveries;
    }

    /** Store days that were corrected at the end. */
    int correctedDays() {
        return correctedDays;
    }

    /** The most that one gateway kept of one store. */
    long mostSpooledBytes() {
        return spools == null ? 0 : spools.mostBytes();
    }

    /** Removes what it left. */
    void forget() throws IOException {
        WorkFolder.remove(folder);
    }
}
