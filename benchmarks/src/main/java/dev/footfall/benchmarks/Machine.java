package dev.footfall.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine of a run, for whoever reads its figures. */
final class Machine {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private Machine() {}

    /** Its cores, its processor where that is known, the Java, and how busy it is now. */
    static String inWords() {
        return Runtime.getRuntime().availableProcessors() + " cores" + processor() + ", Java "
                + Runtime.version().feature()
                + ", load average at the start "
                + String.format(
                        Locale.ROOT,
                        "%.1f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        if (!Files.isReadable(PROCESSOR)) {
            return "";
        }
        try {
            return Files.readAllLines(PROCESSOR).stream()
                    .filter(line -> line.startsWith(MODEL))
                    .findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).trim() + ")")
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
