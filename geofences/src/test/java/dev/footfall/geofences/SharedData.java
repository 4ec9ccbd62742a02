package dev.footfall.geofences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real store packs beside the project, where they are present. */
final class SharedData {

    private SharedData() {}

    /** The folders of all stores; empty, with a line that says so, when the data are absent. */
    static List<Path> stores() {
        Path data = Optional.ofNullable(System.getenv("FOOTFALL_SHARED_DATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("footfall.project", ".."))
                        .resolve("../shared/data")
                        .normalize());
        if (!Files.isDirectory(data.resolve("stores"))) {
            System.out.println("absent: " + data + ", tests with real stores do nothing");
            return List.of();
        }
        try (Stream<Path> folders = Files.list(data.resolve("stores"))) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packs of all stores. */
    static List<StorePack> packs() {
        return stores().stream()
                .map(StorePack::read)
                .map(PackReading::pack)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
