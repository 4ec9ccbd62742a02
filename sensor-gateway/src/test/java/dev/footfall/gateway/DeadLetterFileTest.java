package dev.footfall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterFileTest {

    @Test
    void letter_eachIsALineOfJson(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("dead.ndjson");
        try (DeadLetterFile letters = DeadLetterFile.create(file)) {
            letters.letter(new DeadLetter(7, "t", new byte[] {0, (byte) 0xFF}, Reason.NOT_UTF8, "why \"so\""));
            letters.letter(new DeadLetter(8, null, new byte[0], Reason.TRUNCATED_INPUT, "it ends"));
        }
        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        {"time":7,"topic":"t","payload":"AP8=","reason":"not-utf8","detail":"why \\"so\\""}
                        {"time":8,"topic":null,"payload":"","reason":"truncated-input","detail":"it ends"}
                        """);
    }
}
