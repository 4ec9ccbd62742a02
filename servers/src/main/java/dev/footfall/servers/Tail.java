package dev.footfall.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log. */
final class Tail {
    private static final int LINES = 20;

    private Tail() {}

    /** Its last lines; why not, if it cannot be read. */
    static String of(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException fault) {
            return "(" + log + " cannot be read: " + fault + ")";
        }
    }
}
