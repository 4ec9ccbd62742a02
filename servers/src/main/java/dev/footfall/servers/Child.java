package dev.footfall.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server as a child process: ready when it answers, ended with this process.
 *
 * <p>If this process was killed and its child lives on, the next one on the same folder ends it first: the file {@code pid} says
 * which it is, and its command line names the folder.
 */
public final class Child implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    /** Asks whether the server answers. */
    public interface Answer {
        boolean isThere();
    }

    private static final Path NEW_SESSION = Path.of("/usr/bin/setsid");

    private final String name;
    private final Process process;
    private final Duration grace;
    private final Thread hook;

    private Child(String name, Process process, Duration grace) {
        this.name = name;
        this.process = process;
        this.grace = grace;
        this.hook = new Thread(this::endWithThisProcess, "end-" + name);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            process.destroyForcibly(); // this process is ending already
        }
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param name what it is called
     * @param folder absolute; named among the arguments; {@code name.pid} and {@code name.log} go into it
     * @param grace how long it may live on when this process is told to end: whoever started it ends it in order meanwhile
     * @throws IOException if it ends or does not answer; the message has the end of its log
     */
    public static Child start(
            String name,
            Program program,
            Path folder,
            List<String> arguments,
            Map<String, String> environment,
            Duration grace,
            Answer answer)
            throws IOException {
        Path pid = folder.resolve(name + ".pid");
        Path log = folder.resolve(name + ".log");
        endLeftOver(pid, folder);
        ProcessBuilder builder = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        if (!program.libraries().isEmpty()) {
            builder.environment().put("LD_LIBRARY_PATH", program.libraries());
        }
        Child child = new Child(name, builder.start(), grace);
        boolean ready = false;
        try {
            Files.writeString(pid, Long.toString(child.process.pid()));
            child.awaitAnswer(answer, log);
            ready = true;
        } finally {
            if (!ready) {
                child.process.destroyForcibly();
                child.forget();
            }
        }
        return child;
    }

    /** In a session of its own where that can be had: Ctrl-C on the terminal is for us, and we end it in order. */
    private static List<String> command(Program program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NEW_SESSION)) {
            command.add(NEW_SESSION.toString());
        }
        command.add(program.file().toString());
        command.addAll(arguments);
        return command;
    }

    private void endWithThisProcess() {
        try {
            if (!grace.isZero() && Waiting.endsWithin(process, grace)) {
                return;
            }
        } catch (IOException interrupted) {
            // then at once
        }
        process.destroyForcibly();
    }

    private void awaitAnswer(Answer answer, Path log) throws IOException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answer.isThere()) {
            boolean ended = Waiting.endsWithin(process, POLL);
            if (ended || System.nanoTime() > deadline) {
                throw new IOException(name
                        + (ended
                                ? " ended with status " + process.exitValue()
                                : " does not answer within " + READY_WITHIN.toSeconds() + " s")
                        + ", the end of " + log + ":\n" + Tail.of(log));
            }
        }
    }

    private static void endLeftOver(Path pid, Path folder) throws IOException {
        if (!Files.exists(pid)) {
            return;
        }
        Optional<ProcessHandle> leftOver = Optional.of(Files.readString(pid).strip())
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
                .filter(handle -> handle.info().commandLine().orElse("").contains(folder.toString()));
        leftOver.ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it at once, as a loss of power does. */
    public void kill() throws IOException {
        process.destroyForcibly();
        Waiting.end(process);
        forget();
    }

    /** Ends it in order; by force if it takes too long. */
    @Override
    public void close() throws IOException {
        process.destroy();
        if (!Waiting.endsWithin(process, ENDS_WITHIN)) {
            process.destroyForcibly();
            Waiting.end(process);
        }
        forget();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // this process is ending: the hook runs and finds nothing to do
        }
    }
}
