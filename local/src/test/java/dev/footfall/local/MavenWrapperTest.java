package dev.footfall.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the real {@code mvnw} in a small project of its own, with a Maven repository in a folder.
 *
 * <pre>
 *   temporary/project     mvnw, scripts, .mvn/wrapper with the version and sum of the archive below
 *   temporary/repository  org/apache/maven/apache-maven/1.2.3/apache-maven-1.2.3-bin.tar.gz: a mvn that says what it is asked
 *   temporary/tools       the programs that mvnw presumes: neither Maven nor apt-get
 *   temporary/cache       what mvnw keeps
 * </pre>
 */
class MavenWrapperTest {
    private static final String NAME = "apache-maven-1.2.3";
    private static final List<String> PRESUMED = List.of(
            "sh", "dirname", "readlink", "sed", "grep", "head", "sort", "mkdir", "mktemp", "mv", "rm", "tar", "gzip");
    private static final Path HOME = Path.of(System.getProperty("footfall.project", ".."));

    private final Path temporary;

    MavenWrapperTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @BeforeEach
    void layOutTheProject() throws Exception {
        Path archive = archive();
        for (String file : List.of("mvnw", "scripts/jdk17.sh", ".mvn/wrapper/Download.java")) {
            Path copy = temporary.resolve("project").resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(HOME.resolve(file), copy);
        }
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive)));
        Files.writeString(
                temporary.resolve("project/.mvn/wrapper/maven-wrapper.properties"),
                "distributionVersion=1.2.3\ndistributionSha512Sum=" + sum + "\n");
        offerTools();
    }

    @Test
    void mvnw_withRepositoryAddress_runsTheArchiveCheckedAndThenKeepsIt() throws Exception {
        Outcome first = mvnw(repositoryAddress(), "-q", "verify");
        assertThat(first.output()).contains("mvn asked for: -q verify").contains("in " + temporary.resolve("project"));
        assertThat(first.code()).isZero();

        Outcome second = mvnw(Map.of(), "package");
        assertThat(second.output()).contains("mvn asked for: package").doesNotContain("downloading");
        assertThat(cached()).containsExactly(NAME);
    }

    @Test
    void mvnw_archiveOfAnotherSum_isRefusedAndNotKept() throws Exception {
        Files.writeString(archiveFile(), "not the archive");

        Outcome outcome = mvnw(repositoryAddress(), "verify");

        assertThat(outcome.output()).contains("is not the file it should be").doesNotContain("mvn asked for");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(cached()).isEmpty();
    }

    @Test
    void mvnw_noMavenToBeHad_saysWhatToDo() throws Exception {
        Outcome outcome = mvnw(Map.of(), "verify");

        assertThat(outcome.output()).contains("Install one so that mvn is on PATH, or set MVNW_REPOURL");
        assertThat(outcome.code()).isEqualTo(2);
    }

    private record Outcome(int code, String output) {}

    private Outcome mvnw(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", temporary.resolve("project/mvnw").toString()));
        command.addAll(List.of(arguments));
        return run(command, environment);
    }

    private Outcome run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> whole = builder.environment();
        whole.remove("MVNW_REPOURL");
        whole.remove("MAVEN_OPTS");
        whole.put("JAVA_HOME", System.getProperty("java.home"));
        whole.put("FOOTFALL_CACHE", temporary.resolve("cache").toString());
        whole.put("PATH", temporary.resolve("tools").toString());
        whole.putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private Map<String, String> repositoryAddress() {
        return Map.of("MVNW_REPOURL", temporary.resolve("repository").toUri().toString());
    }

    private Path archiveFile() {
        return temporary.resolve("repository/org/apache/maven/apache-maven/1.2.3/" + NAME + "-bin.tar.gz");
    }

    private Path archive() throws Exception {
        Path mvn = temporary.resolve("content").resolve(NAME).resolve("bin/mvn");
        writeProgram(mvn, "echo \"mvn asked for: $* in $MAVEN_BASEDIR\"");
        Files.createDirectories(archiveFile().getParent());
        Process tar = new ProcessBuilder(
                        "tar",
                        "-czf",
                        archiveFile().toString(),
                        "-C",
                        temporary.resolve("content").toString(),
                        NAME)
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        return archiveFile();
    }

    /** Puts what mvnw presumes into a folder of its own; a call, not a link, as a temporary folder is for its own files. */
    private void offerTools() throws IOException {
        Path tools = Files.createDirectory(temporary.resolve("tools"));
        for (String name : PRESUMED) {
            Path program = Stream.of(System.getenv("PATH").split(":"))
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not on PATH"));
            writeProgram(tools.resolve(name), "exec " + program + " \"$@\"");
        }
    }

    private static void writeProgram(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> cached() throws IOException {
        try (Stream<Path> kept = Files.list(temporary.resolve("cache"))) {
            return kept.map(path -> path.getFileName().toString()).toList();
        }
    }
}
