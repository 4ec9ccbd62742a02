package dev.footfall.benchmarks.flink;

import com.sun.management.OperatingSystemMXBean;
import dev.footfall.benchmarks.ThreadTimes;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** The processor time of this process, without that of the compilers: they are busy in the first minute or two of a process that then runs for months. */
final class Processor {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS_A_SECOND = 1e9;

    private Processor() {}

    static long nanos() throws IOException {
        double ofCompilers = ThreadTimes.secondsByName(ProcessHandle.current()).entrySet().stream()
                .filter(thread ->
                        thread.getKey().startsWith("C1 ") || thread.getKey().startsWith("C2 "))
                .mapToDouble(thread -> thread.getValue())
                .sum();
        return PROCESS.getProcessCpuTime() - Math.round(ofCompilers * NANOS_A_SECOND);
    }
}
