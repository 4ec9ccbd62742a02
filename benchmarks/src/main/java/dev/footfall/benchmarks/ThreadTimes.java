package dev.footfall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The processor time of the threads of a process, as Linux tells it: in hundredths of a second. */
public final class ThreadTimes {
    /** Fields of a thread's {@code stat} after its name. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;
    private static final double TICKS_A_SECOND = 100;

    private ThreadTimes() {}

    /** Seconds so far by the names of its threads (fifteen characters of them); empty where the system does not tell. A thread that ends meanwhile is left out. */
    public static Map<String, Double> secondsByName(ProcessHandle process) throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        if (Files.isDirectory(tasks)) {
            try (Stream<Path> threads = Files.list(tasks)) {
                threads.forEach(thread -> add(thread.resolve("stat"), seconds));
            }
        }
        return seconds;
    }

    private static void add(Path stat, Map<String, Double> seconds) {
        String said;
        try {
            said = Files.readString(stat);
        } catch (IOException ended) {
            return;
        }
        int nameEnd = said.lastIndexOf(')');
        String[] fields = said.substring(nameEnd + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        seconds.merge(said.substring(said.indexOf('(') + 1, nameEnd), ticks / TICKS_A_SECOND, Double::sum);
    }
}
