package dev.footfall.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The demo stores of the repository. */
public final class Demo {
    /** Something else than a Monday. */
    public static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    private static final Path STORES =
            Path.of(System.getProperty("footfall.project", "..")).resolve("examples/demo/stores");

    private Demo() {}

    public static Path store(String name) {
        return STORES.resolve(name);
    }

    /** When it opens on {@link #TUESDAY}. */
    public static long opening(String name) {
        return Simulation.openingMillis(store(name), TUESDAY);
    }

    /** A copy of a store in a folder, with lines added to its {@code simulation.yaml}. */
    public static Path copy(String name, Path folder, String... lines) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(store(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        Path settings = copy.resolve("simulation.yaml");
        Files.writeString(settings, Files.readString(settings) + String.join("\n", lines) + "\n");
        return copy;
    }
}
