package dev.footfall.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Debian packages unpacked into the user's cache, once, without root and without installing anything.
 *
 * <p>The cache is {@code $FOOTFALL_CACHE/debian}, by default {@code ~/.cache/footfall/debian}, with a folder for each package. A
 * folder is there whole or not at all, however many processes ask for it.
 */
public final class DebianPackages {
    private static final String SCRIPT = "scripts/debian-unpack.sh";

    private DebianPackages() {}

    /**
     * The folder into which that package and what it needs are unpacked; the first time this downloads it.
     *
     * @throws IOException if it cannot be had; the message has the end of the script's output
     */
    public static Path unpacked(String name) throws IOException {
        return unpacked(name, List.of(), cache(), DebianPackages::project);
    }

    /**
     * The same with only those packages, of the named one and all that it needs, installed here or not, whose names match a glob.
     *
     * @param globs such as {@code node-*}
     */
    public static Path unpackedOnly(String name, String... globs) throws IOException {
        return unpacked(name, List.of("--all", "--only", String.join(" ", globs)), cache(), DebianPackages::project);
    }

    /** The environment in which the programs of that unpacked package run, and are found by their names. */
    public static Map<String, String> environment(Path unpacked) throws IOException {
        return Map.of(
                "PATH",
                unpacked.resolve("usr/bin") + ":" + System.getenv("PATH"),
                "LD_LIBRARY_PATH",
                Unpacked.libraries(unpacked));
    }

    /** Where the project's folder is, asked only if something must be unpacked. */
    interface Project {
        Path folder() throws IOException;
    }

    static Path unpacked(String name, Path cache, Project project) throws IOException {
        return unpacked(name, List.of(), cache, project);
    }

    private static synchronized Path unpacked(String name, List<String> options, Path cache, Project project)
            throws IOException {
        Path folder = cache.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        try (FileChannel file = FileChannel.open(
                        cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!Files.isDirectory(folder) && lock.isValid()) {
                unpack(name, options, project.folder().resolve(SCRIPT), folder);
            }
        }
        return folder;
    }

    private static void unpack(String name, List<String> options, Path script, Path folder) throws IOException {
        Path aside = folder.resolveSibling(name + ".unfinished");
        Path log = folder.resolveSibling(name + ".log");
        delete(aside);
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(options);
        command.addAll(List.of(name, aside.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = Waiting.end(process);
        if (status != 0) {
            throw new IOException("Debian package " + name + " cannot be unpacked, " + SCRIPT + " ended with " + status
                    + ":\n" + Tail.of(log));
        }
        Files.move(aside, folder);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Path cache() {
        return Optional.ofNullable(System.getenv("FOOTFALL_CACHE"))
                .filter(told -> !told.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "footfall"))
                .toAbsolutePath()
                .resolve("debian");
    }

    private static Path project() throws IOException {
        String told = System.getProperty("footfall.home", System.getProperty("footfall.project"));
        if (told == null) {
            throw new IOException(
                    "system property footfall.home is not set, it must name Footfall's folder: start with ./footfall");
        }
        return Path.of(told).toAbsolutePath();
    }
}
