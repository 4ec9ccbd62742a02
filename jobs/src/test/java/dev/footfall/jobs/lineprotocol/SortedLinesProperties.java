package dev.footfall.jobs.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Sorted runs, merged, against sorting everything at once by its bytes, as {@code sort} does in the C locale. */
class SortedLinesProperties {
    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> line = Arbitraries.strings()
                .withChars("ab ,=\\_0\u00e9\uff21")
                .withChars(' ', '~')
                .ofMaxLength(6);
        Arbitrary<String> rare = Arbitraries.of("\ud83d\ude00", "\uff21", "\ue000", "", "a");
        return Arbitraries.oneOf(line, rare).list().ofMaxSize(80);
    }

    @Property(tries = 200, seed = "20261122")
    void merge_ofAnyRuns_isSorted(
            @ForAll("lines") List<String> lines,
            @ForAll @IntRange(min = 1, max = 30) int everyLines,
            @ForAll @IntRange(min = 1, max = 3) int tasks)
            throws IOException {
        Path folder = Files.createTempDirectory("runs");
        SortedLines[] writers = new SortedLines[tasks];
        Arrays.setAll(writers, task -> new SortedLines(folder, "task-" + task));
        for (int i = 0; i < lines.size(); i++) {
            writers[i % tasks].add(lines.get(i));
            if (i % everyLines == 0) {
                writers[i % tasks].flush();
            }
        }
        for (SortedLines writer : writers) {
            writer.flush();
        }

        Path merged = folder.resolve("merged");
        long count = SortedLines.merge(folder, merged);

        assertThat(count).isEqualTo(lines.size());
        byte[][] expected = lines.stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        assertThat(Files.readAllLines(merged))
                .isEqualTo(Arrays.stream(expected)
                        .map(line -> new String(line, StandardCharsets.UTF_8))
                        .toList());
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
