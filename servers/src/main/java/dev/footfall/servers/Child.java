package dev.footfall.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server as a child process: ready when it answers, ended with this process.
 *
 * <p>If this process was killed and its child lives on, the next one on the same folder ends it first: the file {@code pid} says
 * which it is, and its command line names the folder.
 */
final class Child implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    /** Asks whether the server answers. */
    interface Answer {
        boolean isThere();
    }

    private final String name;
    private final Process process;
    private final Thread hook;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.hook = new Thread(process::destroyForcibly, "end-" + name);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param program of the unpacked {@code debian} package, found in its {@code bin} or {@code sbin}
     * @param folder absolute; named among the arguments; {@code program.pid} and {@code program.log} go into it
     * @throws IOException if it ends or does not answer; the message has the end of its log
     */
    static Child start(
            Path debian,
            String program,
            Path folder,
            List<String> arguments,
            Map<String, String> environment,
            Answer answer)
            throws IOException {
        Path pid = folder.resolve(program + ".pid");
        Path log = folder.resolve(program + ".log");
        endLeftOver(pid, folder);
        ProcessBuilder builder = new ProcessBuilder(Unpacked.command(debian, program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("LD_LIBRARY_PATH", Unpacked.libraries(debian));
        Child child = new Child(program, builder.start());
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

    /** Ends it at once, as a loss of power does. */
    void kill() throws IOException {
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
