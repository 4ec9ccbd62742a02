package dev.footfall.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The store packs of the demo shops, moved to another time zone. */
public final class DemoStores {
    private static final String PLACE = "examples/demo/stores";
    private static final String CONFIG = "store.yaml";
    private static final String ZONE_LINE = "timezone:";

    private DemoStores() {}

    /** Copies them into a folder, which is made if absent. */
    public static void copy(Path folder, ZoneId zone) throws IOException {
        Path source = project().resolve(PLACE);
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            if (file.endsWith(CONFIG)) {
                Files.writeString(copy, movedTo(zone, Files.readString(file)));
            } else {
                Files.write(copy, Files.readAllBytes(file));
            }
        }
    }

    private static String movedTo(ZoneId zone, String config) {
        StringBuilder moved = new StringBuilder();
        config.lines()
                .map(line -> line.startsWith(ZONE_LINE) ? ZONE_LINE + ' ' + zone : line)
                .forEach(line -> moved.append(line).append('\n'));
        return moved.toString();
    }

    private static Path project() {
        String told = System.getProperty("footfall.home", System.getProperty("footfall.project"));
        if (told == null) {
            throw new UnusableInputException(
                    "system property footfall.home is not set, it must name Footfall's folder: start with ./footfall");
        }
        return Path.of(told).toAbsolutePath();
    }
}
