package dev.footfall.benchmarks;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * One call of {@code ./footfall bench}.
 *
 * @param quick whether a benchmark should take seconds, and only show that it runs and that results are equal
 * @param folder an empty folder for whatever it writes; removed afterwards
 * @param progress for people: what is being done
 */
public record Bench(boolean quick, Path folder, PrintWriter progress) {

    /** Tells the people in front of the screen what is being done. */
    public void say(String what) {
        progress.println("  " + what);
        progress.flush();
    }

    /**
     * How the JVM was told to compile and to collect garbage: for processes that this one starts, to have it alike. Usually nothing; tests, whose processes live for seconds, have them compile
     * quickly rather than well.
     */
    public static List<String> tuning() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:"))
                .toList();
    }

    /** One of two sizes: that of a quick run, or the usual. */
    public int size(int ofQuick, int usual) {
        return quick ? ofQuick : usual;
    }
}
