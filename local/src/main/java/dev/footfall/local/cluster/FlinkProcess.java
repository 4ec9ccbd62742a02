package dev.footfall.local.cluster;

import dev.footfall.servers.Child;
import dev.footfall.servers.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A JobManager or a TaskManager as a process of its own. */
public final class FlinkProcess implements AutoCloseable {
    private final String name;
    private final Path log;
    private final Child child;

    private FlinkProcess(String name, Path log, Child child) {
        this.name = name;
        this.log = log;
        this.child = child;
    }

    /** Starts one and waits until it answers. */
    static FlinkProcess start(String name, Path folder, List<String> arguments, Child.Answer answer)
            throws IOException {
        Child child = Child.start(name, java(), folder, arguments, Map.of(), Duration.ZERO, answer);
        return new FlinkProcess(name, folder.resolve(name + ".log"), child);
    }

    /** The Java that runs us. */
    static Program java() {
        return new Program(Path.of(System.getProperty("java.home"), "bin", "java"), "");
    }

    /** What it is called: {@code jobmanager}, {@code taskmanager-1} and so on. */
    public String name() {
        return name;
    }

    /** What it has written. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return child.isRunning();
    }

    /** kill -9; returns when it is gone. */
    public void kill() throws IOException {
        child.kill();
    }

    /** SIGTERM; returns when it is gone. */
    @Override
    public void close() throws IOException {
        child.close();
    }
}
