package dev.footfall.jobs.oracle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of real recordings, layouts and expected points that lies beside the project. */
public final class SharedData {

    private SharedData() {}

    /** The folder, or empty, with a line that says so, when this machine does not have it. */
    public static Optional<Path> find() {
        String named = System.getenv("FOOTFALL_SHARED_DATA");
        Path folder = named != null
                ? Path.of(named)
                : Path.of(System.getProperty("footfall.project", "."), "..", "shared", "data")
                        .toAbsolutePath()
                        .normalize();
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        System.out.println("absent: shared data; its tests check nothing here");
        return Optional.empty();
    }
}
