package dev.footfall.gateway.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What must outlive a loss of power: files whole or not there, and folders that know it. */
final class Disk {
    private static final String UNFINISHED = ".new";

    private Disk() {}

    /** Makes the names in a folder durable. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Creates a file that is whole whenever it is there. */
    static void create(Path file, ByteBuffer content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        move(unfinished, file);
    }

    /** Throws when the disk of a folder does not take so many bytes. */
    static void probe(Path folder, int bytes) throws IOException {
        Path file = folder.resolve("probe" + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.allocate(bytes);
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Deletes what {@link #create} had not finished when the process ended. */
    static void deleteUnfinished(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path each : files) {
                Files.delete(each);
            }
        }
    }

    /** Gives a file or folder another name beside its own. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(folderOf(to));
    }

    static Path folderOf(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(path + " is in no folder");
        }
        return folder;
    }

    /** Creates a folder and those above it, each known to the one above; others may create the same at the same time. */
    static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folderOf(folder));
            Files.createDirectories(folder);
            force(folderOf(folder));
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path each : deepestFirst) {
                    Files.delete(each);
                }
            }
        }
    }
}
