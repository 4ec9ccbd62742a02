package dev.footfall.benchmarks.gateway;

import dev.footfall.local.Footfall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code footfall gateway} as a process of its own, so that what it uses of the processor can be told from what broker and publisher use. */
final class GatewayProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final String READY = Shop.STORE + ": connected";
    private static final long LOOK_EVERY_MILLIS = 20;

    private static final int USER_TICKS = 11;

    private final Process process;
    private final Path log;

    private GatewayProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one on a broker, for devices and jobs, and waits until it listens. */
    static GatewayProcess start(Path folder, Path stores, Path secret, String broker)
            throws IOException, InterruptedException {
        Path log = folder.resolve("gateway.log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(
                List.of(System.getProperty("footfall.bench.gateway", "").trim().split(" "))); // e.g. to profile it
        command.removeIf(String::isEmpty);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Footfall.class.getName(),
                "gateway",
                "--stores",
                stores.toString(),
                "--broker",
                broker,
                "--spool",
                folder.resolve("spool").toString(),
                "--secret-file",
                secret.toString(),
                "--metrics-port",
                "off"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        GatewayProcess gateway = new GatewayProcess(process, log);
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.readString(log).contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                String said = Files.readString(log);
                gateway.close();
                throw new IOException("the gateway does not start: " + said);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return gateway;
    }

    /** What it has used of the processor, the kernel's work for it included. */
    long cpuNanos() {
        return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** The same by what its threads are for, in ticks of the system; empty where the system does not tell. */
    SortedMap<String, Long> ticks() throws IOException {
        SortedMap<String, Long> ticks = new TreeMap<>();
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        if (!Files.isDirectory(tasks)) {
            return ticks;
        }
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                String stat = Files.readString(thread.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                ticks.merge(
                        use(name),
                        Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]),
                        Long::sum);
            }
        }
        return ticks;
    }

    private static String use(String thread) {
        if (thread.startsWith("store-")) {
            return "the store's thread";
        } else if (thread.startsWith("MQTT")) {
            return "the MQTT client's threads";
        }
        return thread.matches("C[12] Comp.*") ? "the compiler" : "the rest of the JVM";
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
