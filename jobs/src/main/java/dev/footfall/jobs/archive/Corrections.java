package dev.footfall.jobs.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which days of which stores were corrected: {@code corrections/STORE.txt} in the folder of the archive, a line for each correction: date,
 * fingerprint, when, and what was done.
 *
 * @param folder of the archive
 */
public record Corrections(Path folder) {

    private Path file(String store) {
        return folder.resolve("corrections").resolve(store + ".txt");
    }

    /** The fingerprint for which each day of a store was corrected last. A line that was cut off is none. */
    public Map<LocalDate, String> of(String store) throws IOException {
        Map<LocalDate, String> corrected = new TreeMap<>();
        if (!Files.exists(file(store))) {
            return corrected;
        }
        String text = Files.readString(file(store));
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            String[] words = line.split(" ", 3);
            try {
                if (words.length == 3) {
                    corrected.put(LocalDate.parse(words[0]), words[1]);
                }
            } catch (DateTimeException e) {
                throw new IOException(file(store) + ": '" + line + "' begins with no date", e);
            }
        }
        return corrected;
    }

    /** Notes a correction, safely on disk: to be called when every point of it is. */
    public void add(String store, LocalDate day, String fingerprint, String what) throws IOException {
        Files.createDirectories(file(store).getParent());
        // one that was killed while it wrote has left half a line
        String begin =
                Files.exists(file(store)) && !Files.readString(file(store)).endsWith("\n") ? "\n" : "";
        String line = begin + day + " " + fingerprint + " " + Instant.now() + " " + what + "\n";
        try (FileChannel channel =
                FileChannel.open(file(store), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
