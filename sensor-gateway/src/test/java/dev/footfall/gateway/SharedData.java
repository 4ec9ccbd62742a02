package dev.footfall.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of public recordings beside the project, where there is one. */
public final class SharedData {
    private SharedData() {}

    /** The folder; where it is absent, says so. */
    public static Optional<Path> find() {
        String said = System.getenv("FOOTFALL_SHARED_DATA");
        Path folder = said != null
                ? Path.of(said)
                : Path.of(System.getProperty("footfall.project", ".."), "..", "shared", "data");
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        System.out.println("absent: " + folder.normalize() + ", nothing tested on public recordings");
        return Optional.empty();
    }
}
