package dev.footfall.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where everything lies that runs on one machine: a temporary folder, gone at the end, or one that is kept.
 *
 * @param path the folder
 * @param kept whether it stays
 */
record UpFolder(Path path, boolean kept) implements AutoCloseable {
    private static final long MEBI = 1L << 20;

    /** Below this nothing begins. */
    private static final long NEEDED_BYTES = 1_024 * MEBI;

    /** Below this brokers begin to refuse. */
    private static final long SCARCE_BYTES = 384 * MEBI;

    static UpFolder temporary() throws IOException {
        return new UpFolder(Files.createTempDirectory("footfall-up-"), false);
    }

    static UpFolder kept(Path path) throws IOException {
        return new UpFolder(Files.createDirectories(path).toRealPath(), true);
    }

    /** A folder in it, made. */
    Path part(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    /** Throws in words when there is too little left of the disk to begin. */
    void requireSpace() throws IOException {
        long free = freeBytes();
        if (free < NEEDED_BYTES) {
            throw new UnusableInputException(
                    "the disk is full: " + path + " has " + free / MEBI + " MiB left, at least " + NEEDED_BYTES / MEBI
                            + " MiB are needed; free some, or name another disk: --data with --broker, else FOOTFALL_JAVA_OPTS=-Djava.io.tmpdir=DIR");
        }
    }

    /** Whether what is left will not last. */
    boolean isScarce() throws IOException {
        return freeBytes() < SCARCE_BYTES;
    }

    /** What is left of the disk. */
    String freeSpace() throws IOException {
        return freeBytes() / MEBI + " MiB";
    }

    private long freeBytes() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            WorkFolder.remove(path);
        }
    }
}
