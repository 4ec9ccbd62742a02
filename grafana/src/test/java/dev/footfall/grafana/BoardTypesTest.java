package dev.footfall.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Boards and Grafana's own types: {@code grafana/types} pins {@code @grafana/schema} and the TypeScript compiler, npm brings them.
 */
class BoardTypesTest {
    private static final Path FOLDER = Project.resolve("grafana/target/types").toAbsolutePath();
    private static final String LOCK = "package-lock.json";

    @Test
    void boards_asTypeScript_areWhatGrafanaTakes() throws Exception {
        bring();
        List<String> compile = new ArrayList<>(List.of("node_modules/typescript/bin/tsc", "--noEmit"));
        compile.addAll(List.of("--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"));
        for (Board board : Project.boards()) {
            String text = board.json().toPrettyString();
            compile.add(write(board.name(), text));
            compile.add(write(
                    "wrong-" + board.name(),
                    text.replace("\"showZoom\"", "\"zoomShown\"")
                            .replace("\"showHeader\" : true", "\"showHeader\" : \"yes\"")));
        }
        String said = run(compile);
        assertThat(said.lines().filter(line -> line.contains("error")))
                .as("what the compiler says, of boards with a mistake and of no other")
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("wrong-"));
        for (Board board : Project.boards()) {
            assertThat(said).as("a mistake in " + board).contains("wrong-" + board.name());
        }
    }

    private static String write(String name, String board) throws IOException {
        String file = name + ".ts";
        Files.writeString(
                FOLDER.resolve(file),
                "import type { Board } from './boards';\nexport const board: Board = " + board + ";\n");
        return file;
    }

    /** The packages, by the lock file of this folder; brought again when that changes. */
    private static void bring() throws Exception {
        Files.createDirectories(FOLDER);
        Path brought = FOLDER.resolve("node_modules/.brought-" + LOCK);
        try (Stream<Path> files = Files.list(Project.resolve("grafana/types"))) {
            for (Path file : files.toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(brought) || Files.mismatch(brought, FOLDER.resolve(LOCK)) >= 0) {
            String said = run(NodeJs.npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
            assertThat(FOLDER.resolve("node_modules/@grafana/schema")).as(said).isDirectory();
            Files.copy(FOLDER.resolve(LOCK), brought, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String run(List<String> script) throws IOException, InterruptedException {
        Path said = FOLDER.resolve("said.log");
        Process process = NodeJs.running(script)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(said.toFile())
                .start();
        process.waitFor();
        return Files.readString(said);
    }
}
