package dev.footfall.local;

import dev.footfall.events.Reason;
import dev.footfall.gateway.Counts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a replay did, for the person who ran it. */
final class ReplaySummary {
    private final long started = System.nanoTime();
    private Counts counts = new Counts();
    private Map<String, Object> counted = Map.of();
    private long frames;
    private long points;
    private String where = "";

    void gateway(RecordedFrames recorded) {
        counts = recorded.counts();
    }

    /** How many frames of an archive were taken in place of recordings. */
    void archive(long archived) {
        frames = archived;
    }

    void job(Map<String, Object> accumulators) {
        counted = accumulators;
    }

    /** How many points were written, and where they are now. */
    void points(long written, String place) {
        points = written;
        where = place;
    }

    /** What the job's operators counted under that name; 0 when nothing was. */
    long counted(String name) {
        return counted.get(name) instanceof Long count ? count : 0;
    }

    void print(PrintWriter out, @Nullable Path deadLetters) {
        double seconds = (System.nanoTime() - started) / 1e9;
        if (frames > 0) {
            row(out, "frames", frames, "with those of the day before and the hour after");
            row(out, "events", counted("events"), "in them");
            row(out, "points", points, "in " + where);
            out.flush();
            return;
        }
        long refused =
                counts.refused().values().stream().mapToLong(Long::longValue).sum();
        row(out, "events", counts.events(), "");
        row(out, "stores", counts.stores(), "");
        row(out, "visits", counted("visits"), "");
        row(out, "points", points, "in " + where);
        row(
                out,
                "late",
                counted("late"),
                counted("late") == 0 ? "" : "not counted: they came later than the slack of their store");
        row(out, "rejected", refused, refused == 0 ? "" : whereTo(deadLetters));
        for (Map.Entry<Reason, Long> reason : counts.refused().entrySet()) {
            row(out, "  " + reason.getKey().code(), reason.getValue(), "");
        }
        out.printf(Locale.ROOT, "%-20s %,12.0f  events/s, %.1f s%n", "rate", counts.events() / seconds, seconds);
        out.flush();
    }

    private static String whereTo(@Nullable Path deadLetters) {
        return deadLetters == null
                ? "messages; name a file with --dead-letters to see them"
                : "messages, in " + deadLetters;
    }

    private static void row(PrintWriter out, String name, long count, String remark) {
        out.println(String.format(Locale.ROOT, "%-20s %,12d  %s", name, count, remark)
                .stripTrailing());
    }
}
