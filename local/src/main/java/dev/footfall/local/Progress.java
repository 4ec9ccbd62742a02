package dev.footfall.local;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Says on one line how far a command has come, from two seconds after its start and at most a few times a second. Without a terminal it says so in
 * whole lines, and seldom.
 */
public final class Progress {
    private static final long FIRST_NANOS = 2_000_000_000L;
    private static final long ON_TERMINAL_NANOS = 200_000_000L;
    private static final long ELSEWHERE_NANOS = 10_000_000_000L;

    private final PrintWriter out;

    @SuppressWarnings("SystemConsoleNull") // on a JDK 17 it is null unless there is a terminal
    private final boolean terminal = System.console() != null;

    private final long started = System.nanoTime();
    private long nextNanos = started + FIRST_NANOS;
    private boolean shown;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** Shows the stage and the share of it that is done, 0…1, when it is time to. */
    public void show(String stage, double share) {
        long now = System.nanoTime();
        if (now < nextNanos) {
            return;
        }
        nextNanos = now + (terminal ? ON_TERMINAL_NANOS : ELSEWHERE_NANOS);
        String line = String.format(
                Locale.ROOT, "%s %3.0f %%  %d s", stage, Math.min(1, share) * 100, (now - started) / 1_000_000_000L);
        if (terminal) {
            out.print("\r\u001b[K" + line);
            shown = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Removes the line. */
    public void clear() {
        if (shown) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
