package dev.footfall.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A {@code footfall} command in a process of its own, so that it can be killed. */
final class FootfallProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private FootfallProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static FootfallProcess start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-Dfootfall.home=" + System.getProperty("footfall.project"),
                "-cp",
                System.getProperty("java.class.path"),
                Footfall.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new FootfallProcess(process, log);
    }

    /** Waits until it has printed that so many times in all. */
    FootfallProcess awaitLine(String part, int times) {
        Awaitility.await("'" + part + "' in\n" + output()).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended with " + process.exitValue() + ":\n" + output());
            }
            return output().lines().filter(line -> line.contains(part)).count() >= times;
        });
        return this;
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processes that it has started, and theirs. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; answers the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
