package dev.footfall.local;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A completed checkpoint or savepoint of a job.
 *
 * @param folder where it is
 * @param completed when it was completed
 */
public record SavedState(Path folder, Instant completed) {
    private static final Logger LOG = LoggerFactory.getLogger(SavedState.class);
    private static final String METADATA = "_metadata";
    /** A savepoint lies in the folder, a checkpoint in its job's folder in it. */
    private static final int DEPTH = 3;

    /** Reads that of a folder. */
    public static SavedState of(Path folder) throws IOException {
        Path metadata = folder.resolve(METADATA);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(metadata)))) {
            Checkpoints.loadCheckpointMetadata(in, SavedState.class.getClassLoader(), folder.toString());
        }
        return new SavedState(folder, Files.getLastModifiedTime(metadata).toInstant());
    }

    /** The newest in a folder and those in it; one that a crash left half written is passed over, and said so. */
    public static Optional<SavedState> findLatest(Path folder) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            newestFirst = files.filter(file -> METADATA.equals(String.valueOf(file.getFileName())))
                    .map(file -> new SavedState(folderOf(file), modified(file)))
                    .sorted(Comparator.comparing(SavedState::completed).reversed())
                    .map(SavedState::folder)
                    .toList();
        }
        for (Path candidate : newestFirst) {
            try {
                return Optional.of(of(candidate));
            } catch (IOException | RuntimeException damaged) {
                LOG.warn("passed over {}: it cannot be read: {}", candidate, damaged.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file found by walking a folder is in one");
    }

    /** A checkpoint may vanish while it is looked at. */
    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException gone) {
            return Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
