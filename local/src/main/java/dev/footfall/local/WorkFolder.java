package dev.footfall.local;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A temporary folder for what one command passes from stage to stage; gone when closed. */
public final class WorkFolder implements AutoCloseable {
    private static final int MOST_ATTEMPTS = 100;

    private final Path folder;

    WorkFolder() throws IOException {
        folder = Files.createTempDirectory("footfall-");
        Files.createDirectory(frames());
        Files.createDirectory(runs());
        Files.createDirectory(flink());
        removeAtExit(folder);
    }

    /** Frames, a file a lane. */
    Path frames() {
        return folder.resolve("frames");
    }

    /** Sorted runs of points. */
    Path runs() {
        return folder.resolve("runs");
    }

    /** What the Flink cluster puts down while it runs. */
    Path flink() {
        return folder.resolve("flink");
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    /** Removes a folder when this process ends, by Ctrl-C too, if it is still there. */
    public static void removeAtExit(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> removeAtLast(folder), "remove-work-folder"));
    }

    private static void removeAtLast(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            System.err.println("footfall: could not remove " + folder + ": " + e.getMessage());
        }
    }

    /**
     * Removes a folder with all that is in it, if it is there. A Flink cluster that has just been told to end removes its own files at the same time,
     * and may put down some last ones.
     */
    public static void remove(Path folder) throws IOException {
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try {
                Files.walkFileTree(folder, new Removal());
            } catch (DirectoryNotEmptyException notAlone) {
                if (attempt == MOST_ATTEMPTS) {
                    throw notAlone;
                }
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
            if (fault != null && !(fault instanceof NoSuchFileException)) {
                throw fault;
            }
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
