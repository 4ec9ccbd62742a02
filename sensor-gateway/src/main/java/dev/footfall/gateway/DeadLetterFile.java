package dev.footfall.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Dead letters as lines {@code {"time", "topic", "payload", "reason", "detail"}} of a file, the payload in base64. */
public final class DeadLetterFile implements DeadLetters, Closeable {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private DeadLetterFile(JsonGenerator out) {
        this.out = out;
    }

    /** Creates the file, or empties the one that is there. */
    public static DeadLetterFile create(Path file) throws IOException {
        JsonGenerator out = JSON.createGenerator(new BufferedOutputStream(Files.newOutputStream(file)));
        out.setRootValueSeparator(null);
        return new DeadLetterFile(out);
    }

    @Override
    public void letter(DeadLetter letter) {
        try {
            letter.writeTo(out);
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing a dead letter", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
