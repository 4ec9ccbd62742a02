package dev.footfall.jobs.lineprotocol;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts lines that do not fit in memory: sorted runs in a folder, merged at the end. Lines are sorted as they are read by people and by
 * {@code sort} in the C locale.
 */
public final class SortedLines {
    /** Lines are kept as their bytes in UTF-8, a character a byte: strings of such characters compare as the bytes do, and fast. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final int RUN_LINES = 200_000;
    private static final String RUN_SUFFIX = ".run";

    private final Path folder;
    private final String name;
    private final List<String> lines = new ArrayList<>();
    private int runs;

    /** Writes runs to an existing folder, under names that begin with {@code name}. */
    public SortedLines(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Adds a line. */
    public void add(String line) throws IOException {
        lines.add(new String(line.getBytes(StandardCharsets.UTF_8), BYTES));
        if (lines.size() == RUN_LINES) {
            flush();
        }
    }

    /** Writes what was added since the last run. */
    public void flush() throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        lines.sort(Comparator.naturalOrder());
        Files.write(folder.resolve(name + "-" + runs++ + RUN_SUFFIX), lines, BYTES);
        lines.clear();
    }

    /** One run that is being merged. */
    private record Run(BufferedReader reader, String line) {}

    /** Merges all runs of a folder to one sorted file; answers the number of lines. */
    public static long merge(Path folder, Path file) throws IOException {
        PriorityQueue<Run> heads = new PriorityQueue<>(Comparator.comparing(Run::line));
        long count = 0;
        try (Stream<Path> found = Files.list(folder);
                BufferedWriter out = Files.newBufferedWriter(file, BYTES)) {
            for (Path run :
                    found.filter(path -> path.toString().endsWith(RUN_SUFFIX)).toList()) {
                offerNext(heads, Files.newBufferedReader(run, BYTES));
            }
            for (@Nullable Run head = heads.poll(); head != null; head = heads.poll()) {
                out.write(head.line());
                out.write('\n');
                count++;
                offerNext(heads, head.reader());
            }
        } finally {
            for (Run head : heads) {
                head.reader().close();
            }
        }
        return count;
    }

    private static void offerNext(PriorityQueue<Run> heads, BufferedReader reader) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            reader.close();
        } else {
            heads.add(new Run(reader, line));
        }
    }
}
