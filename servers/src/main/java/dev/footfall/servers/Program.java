package dev.footfall.servers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program to start as a child process.
 *
 * @param file the program
 * @param libraries search path for its libraries; empty when it finds them
 */
public record Program(Path file, String libraries) {
    private static final Duration SAYS_ITS_VERSION_WITHIN = Duration.ofSeconds(5);

    /** The one of an unpacked Debian package. */
    static Program of(Path debian, String name) throws IOException {
        return new Program(Unpacked.program(debian, name), Unpacked.libraries(debian));
    }

    /** The one that is installed on this machine, if what it says when called with {@code version} fits. */
    static Optional<Program> findInstalled(String name, Pattern version) throws IOException {
        String path = System.getenv("PATH");
        return find(path == null ? "" : path, name, version);
    }

    static Optional<Program> find(String path, String name, Pattern version) throws IOException {
        Optional<Path> installed = Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        return installed.isPresent()
                        && version.matcher(saysOfItself(installed.get())).find()
                ? Optional.of(new Program(installed.get(), ""))
                : Optional.empty();
    }

    private static String saysOfItself(Path program) throws IOException {
        Process process = new ProcessBuilder(List.of(program.toString(), "version"))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        if (!Waiting.endsWithin(process, SAYS_ITS_VERSION_WITHIN)) {
            process.destroyForcibly();
            return "";
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
