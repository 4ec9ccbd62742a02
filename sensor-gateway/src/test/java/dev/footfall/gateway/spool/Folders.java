package dev.footfall.gateway.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of spools as tests handle them. */
final class Folders {
    private Folders() {}

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static Path last(Path folder) throws IOException {
        List<Path> files = list(folder);
        return files.get(files.size() - 1);
    }

    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : list(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** A copy as a crash would leave it: the same files without anybody's lock. */
    static Path copy(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : list(folder)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
        return to;
    }

    /** Changes one byte. */
    static void flip(Path file, int at, int difference) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= (byte) difference;
        Files.write(file, bytes);
    }
}
