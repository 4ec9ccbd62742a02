package dev.footfall.local.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A part of ours in a Java process of its own, which can be killed and started again. It ends with this process. */
final class JvmPart implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final String name;
    private final Path log;
    private final List<String> command;
    private final String ready;
    private @Nullable Process process;
    private @Nullable Thread hook;

    /**
     * A part that is not started yet.
     *
     * @param ready what it prints when it works
     */
    JvmPart(String name, Path folder, String ready, String memory, Class<?> main, List<String> arguments) {
        this.name = name;
        this.log = folder.resolve(name + ".log");
        this.ready = ready;
        this.command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
    }

    String name() {
        return name;
    }

    /** Starts it; returns at once. */
    void start() throws IOException {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        hook = new Thread(started::destroyForcibly, "end-" + name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits until it has said once more that it works. */
    void awaitReady(long times) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (timesReady() < times) {
            Process running = process;
            if (running == null || !running.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(name + " does not start, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** How often it has said that it works. */
    long timesReady() throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(ready)).count();
        }
    }

    /** Starts it and waits until it works. */
    void startAndWait() throws IOException, InterruptedException {
        long before = timesReady();
        start();
        awaitReady(before + 1);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return running.pid();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        if (hook != null) {
            Runtime.getRuntime().removeShutdownHook(hook);
            hook = null;
        }
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
