package dev.footfall.local;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks after the parts while they run: says how far the past has been played, and what goes wrong. */
final class UpWatch {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final long COUNT_EVERY_NANOS = 1_000_000_000L;
    private static final long CAUGHT_UP_MILLIS = 10_000;

    private final OneMachine machine;
    private final UpFolder folder;
    private final LiveRun job;
    private final @Nullable SimulatedTraffic traffic;
    private final UpReport report;
    private final Progress progress;
    private Map<String, Object> counts = Map.of();
    private long countedNanos = System.nanoTime();
    private boolean caughtUp;
    private boolean scarce;

    UpWatch(
            OneMachine machine,
            UpFolder folder,
            LiveRun job,
            @Nullable SimulatedTraffic traffic,
            UpReport report,
            Progress progress) {
        this.machine = machine;
        this.folder = folder;
        this.job = job;
        this.traffic = traffic;
        this.report = report;
        this.progress = progress;
        this.caughtUp = traffic == null;
    }

    /** Watches until the end is asked for, or the time has come; throws what ended a part for good. */
    void untilEnd(Ending ending, @Nullable Long endNanos) throws Exception {
        while (!ending.isAsked() && (endNanos == null || System.nanoTime() < endNanos)) {
            if (job.awaitEnd(LOOK_EVERY)) {
                throw new IllegalStateException("the job has ended by itself");
            }
            look();
        }
        progress.clear();
    }

    private void look() throws Exception {
        if (machine.revive()) {
            report.say("InfluxDB had ended by itself and was started again; nothing is lost");
        }
        if (folder.isScarce() != scarce) {
            scarce = !scarce;
            report.say(
                    scarce
                            ? "the disk is nearly full: " + folder.path() + " has " + folder.freeSpace()
                                    + " left; free some, else devices will have to wait with what they say"
                            : "there is room on the disk again");
        }
        if (traffic != null) {
            traffic.check();
            if (!caughtUp) {
                catchUp(traffic);
            }
        }
    }

    private void catchUp(SimulatedTraffic playing) throws InterruptedException {
        if (!playing.isLive()) {
            progress.show("playing the hours before now", playing.share());
            return;
        }
        long now = System.nanoTime();
        if (now - countedNanos < COUNT_EVERY_NANOS) {
            return;
        }
        Map<String, Object> after = job.findCounts().orElse(counts);
        LivePace pace = LivePace.between(counts, after, (now - countedNanos) / 1_000_000);
        counts = after;
        countedNanos = now;
        progress.show("computing the hours before now", 1);
        if (pace.lagMillis() >= 0 && pace.lagMillis() < CAUGHT_UP_MILLIS) {
            caughtUp = true;
            progress.clear();
            report.say("the hours before now are computed; from here on it is live");
        }
    }
}
