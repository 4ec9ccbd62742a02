package dev.footfall.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs and libraries in the folder of an unpacked Debian package. */
final class Unpacked {
    private static final List<String> PROGRAMS = List.of("usr/bin", "usr/sbin", "bin", "sbin");

    private Unpacked() {}

    static Path program(Path debian, String program) throws IOException {
        for (String folder : PROGRAMS) {
            Path path = debian.resolve(folder).resolve(program);
            if (Files.isExecutable(path)) {
                return path;
            }
        }
        throw new IOException(debian + " has no program " + program + ", remove the folder and it is unpacked anew");
    }

    /** A search path for its libraries. */
    static String libraries(Path debian) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String lib : List.of("usr/lib", "lib")) {
            Path parent = debian.resolve(lib);
            if (Files.isDirectory(parent)) {
                try (Stream<Path> children = Files.list(parent)) {
                    children.filter(child -> child.getFileName().toString().contains("-linux-gnu"))
                            .forEach(folders::add);
                }
            }
        }
        return folders.stream().map(Path::toString).sorted().collect(Collectors.joining(":"));
    }
}
