package dev.footfall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file of results: a section of a benchmark lies between two comments and is replaced by its next run; all else is kept. */
final class Results {
    private final Path file;

    Results(Path file) {
        this.file = file;
    }

    /** Replaces the section of that name, or appends it. */
    void put(String name, List<String> section) throws IOException {
        String begin = "<!-- bench " + name + " -->";
        String end = "<!-- end of bench " + name + " -->";
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of("# Results");
        List<String> kept = new ArrayList<>(lines);
        int from = kept.indexOf(begin);
        int to = kept.indexOf(end);
        if ((from < 0) != (to < 0) || to < from) {
            throw new IOException(file + ": of the lines \"" + begin + "\" and \"" + end
                    + "\" one is missing or they are in the wrong order");
        }
        if (from < 0) {
            kept.add("");
            from = kept.size();
        } else {
            kept.subList(from, to + 1).clear();
        }
        List<String> whole = new ArrayList<>();
        whole.add(begin);
        whole.addAll(section);
        whole.add(end);
        kept.addAll(from, whole);
        Files.write(file, kept);
    }
}
