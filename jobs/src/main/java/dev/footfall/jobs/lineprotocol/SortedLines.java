package dev.footfall.jobs.lineprotocol;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts lines that do not fit in memory: sorted runs in a folder, merged at the end. Lines are sorted by their bytes in UTF-8, as {@code sort} does in
 * the C locale.
 *
 * <p>A run is sorted and written beside the thread that adds the lines, while the next one fills up; a task has little else to do with a second core.
 */
public final class SortedLines {
    private static final String RUN_SUFFIX = ".run";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final String name;
    private LineBlock filling = new LineBlock();
    private LineBlock other = new LineBlock();
    private @Nullable CompletableFuture<Void> writing;
    private int runs;

    /** Writes runs to an existing folder, under names that begin with {@code name}. */
    public SortedLines(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Adds a line. */
    public void add(String line) throws IOException {
        filling.add(line.getBytes(StandardCharsets.UTF_8));
        if (filling.isFull()) {
            write();
        }
    }

    /** Writes what was added since the last run. */
    public void flush() throws IOException {
        if (!filling.isEmpty()) {
            write();
        }
        awaitWritten();
    }

    private void write() throws IOException {
        awaitWritten();
        LineBlock full = filling;
        Path run = folder.resolve(name + "-" + runs++ + RUN_SUFFIX);
        writing = CompletableFuture.runAsync(() -> {
            try {
                full.writeSorted(run);
            } catch (IOException e) {
                throw new UncheckedIOException(run + " cannot be written: " + e.getMessage(), e);
            }
        });
        filling = other;
        filling.clear();
        other = full;
    }

    private void awaitWritten() throws IOException {
        if (writing == null) {
            return;
        }
        try {
            writing.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UncheckedIOException unwritten) {
                throw new IOException(unwritten.getMessage(), unwritten);
            }
            throw failed;
        }
        writing = null;
    }

    /** Merges all runs of a folder to one sorted file; answers the number of lines. */
    public static long merge(Path folder, Path file) throws IOException {
        PriorityQueue<SortedRun> runs = new PriorityQueue<>();
        long count = 0;
        try (Stream<Path> found = Files.list(folder);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            for (Path run :
                    found.filter(path -> path.toString().endsWith(RUN_SUFFIX)).toList()) {
                addNext(new SortedRun(run), runs);
            }
            for (@Nullable SortedRun first = runs.poll(); first != null; first = runs.poll()) {
                boolean more;
                do { // mostly a run has the next lines, too
                    first.writeTo(out);
                    count++;
                    more = first.next();
                } while (more && (runs.isEmpty() || first.compareTo(runs.element()) <= 0));
                if (more) {
                    runs.add(first);
                } else {
                    first.close();
                }
            }
        } finally {
            for (SortedRun run : runs) {
                run.close();
            }
        }
        return count;
    }

    private static void addNext(SortedRun run, PriorityQueue<SortedRun> runs) throws IOException {
        if (run.next()) {
            runs.add(run);
        } else {
            run.close();
        }
    }
}
