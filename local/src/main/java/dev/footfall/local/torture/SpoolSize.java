package dev.footfall.local.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much a gateway kept of one store at most: its spool is bounded, whatever comes. */
final class SpoolSize {
    private final List<Path> spools;
    private long mostBytes;

    /** Of these folders, each of one gateway and store; they may be made later. */
    SpoolSize(List<Path> spools) {
        this.spools = spools;
    }

    /** Looks how much it is now. */
    void look() throws IOException {
        for (Path spool : spools) {
            if (Files.isDirectory(spool)) {
                try (Stream<Path> files = Files.list(spool)) {
                    mostBytes =
                            Math.max(mostBytes, files.mapToLong(SpoolSize::size).sum());
                }
            }
        }
    }

    /** Files come and go while one looks. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most that was seen. */
    long mostBytes() {
        return mostBytes;
    }
}
