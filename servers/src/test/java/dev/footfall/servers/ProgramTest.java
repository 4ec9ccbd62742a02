package dev.footfall.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which program is started: the one that is installed, if its version fits. */
class ProgramTest {
    private static final Pattern VERSION_1 = Pattern.compile("Influx v?1\\.");

    private Path folder = Path.of("");

    @BeforeEach
    void install(@TempDir Path fresh) throws IOException {
        folder = fresh;
        Path program = folder.resolve("influx");
        Files.writeString(program, "#!/bin/sh\necho \"Influx v1.6.7 asked for $1\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void find_installedAndFitting_isThatOne() throws IOException {
        assertThat(Program.find("/nowhere:" + folder, "influx", VERSION_1))
                .contains(new Program(folder.resolve("influx"), ""));
    }

    @Test
    void find_askedForItsVersion() throws IOException {
        assertThat(Program.find(folder.toString(), "influx", Pattern.compile("asked for version")))
                .isPresent();
    }

    @Test
    void find_anotherVersion_isNone() throws IOException {
        assertThat(Program.find(folder.toString(), "influx", Pattern.compile("Influx v?2\\.")))
                .isEmpty();
    }

    @Test
    void find_notInstalled_isNone() throws IOException {
        assertThat(Program.find("/nowhere", "influx", VERSION_1)).isEmpty();
    }
}
