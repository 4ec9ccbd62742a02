package dev.footfall.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A {@code footfall} command in a process of its own, so that it can be killed. */
final class FootfallProcess implements AutoCloseable {
    private static final String LISTENING = "0A";

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
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it lives for seconds: compiling well would take longer than running
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

    long pid() {
        return process.pid();
    }

    /** The addresses on which it waits for connections; Linux tells. */
    List<InetAddress> addressesListenedOn() throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(proc.resolve("fd"))) {
            for (Path descriptor : descriptors.toList()) {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        sockets.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (NoSuchFileException closedMeanwhile) {
                    // it listens no more
                }
            }
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[3].equals(LISTENING) && sockets.contains(columns[9])) {
                    addresses.add(address(columns[1].substring(0, columns[1].indexOf(':'))));
                }
            }
        }
        return addresses;
    }

    /** Words of four bytes, each the lowest byte first. */
    private static InetAddress address(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int word = 0; word < bytes.length; word += 4) {
            byte first = bytes[word];
            byte second = bytes[word + 1];
            bytes[word] = bytes[word + 3];
            bytes[word + 1] = bytes[word + 2];
            bytes[word + 2] = second;
            bytes[word + 3] = first;
        }
        return InetAddress.getByAddress(bytes);
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
