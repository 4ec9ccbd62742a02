package dev.footfall.benchmarks.flink;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processor time of this process, without that of the compilers: they are busy in the first minute or two of a process that then runs for months. */
final class Processor {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Path THREADS = Path.of("/proc/self/task");
    /** Fields of a thread's {@code stat} after its name, and how long a tick is. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final long TICK_NANOS = 10_000_000;

    private Processor() {}

    static long nanos() throws IOException {
        return PROCESS.getProcessCpuTime() - ofCompilers();
    }

    private static long ofCompilers() throws IOException {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        List<Path> threads;
        try (Stream<Path> found = Files.list(THREADS)) {
            threads = found.toList();
        }
        long nanos = 0;
        for (Path thread : threads) {
            nanos += ofCompiler(thread);
        }
        return nanos;
    }

    /** What a thread used if it is a compiler; 0 for all others, and for one that ended meanwhile. */
    private static long ofCompiler(Path thread) {
        String stat;
        try {
            stat = Files.readString(thread.resolve("stat"));
        } catch (IOException ended) {
            return 0;
        }
        if (!stat.contains("(C1 ") && !stat.contains("(C2 ")) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * TICK_NANOS;
    }
}
