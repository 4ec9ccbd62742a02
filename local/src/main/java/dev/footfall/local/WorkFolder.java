package dev.footfall.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A temporary folder for what one command passes from stage to stage; gone when closed. */
final class WorkFolder implements AutoCloseable {
    private final Path folder;
    private final Thread remover = new Thread(this::removeAtExit, "remove-work-folder");

    WorkFolder() throws IOException {
        folder = Files.createTempDirectory("footfall-");
        Files.createDirectory(frames());
        Files.createDirectory(runs());
        Runtime.getRuntime().addShutdownHook(remover);
    }

    /** Frames, a file a lane. */
    Path frames() {
        return folder.resolve("frames");
    }

    /** Sorted runs of points. */
    Path runs() {
        return folder.resolve("runs");
    }

    @Override
    public void close() throws IOException {
        remove();
        Runtime.getRuntime().removeShutdownHook(remover);
    }

    private void removeAtExit() {
        try {
            remove();
        } catch (IOException e) {
            System.err.println("footfall: could not remove " + folder + ": " + e.getMessage());
        }
    }

    private void remove() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                if (fault != null) {
                    throw fault;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
