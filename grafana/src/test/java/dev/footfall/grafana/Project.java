package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the project that the checks read. */
final class Project {
    private static final Path FOLDER = Path.of(System.getProperty("footfall.project", ".."));
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Project() {}

    static Path resolve(String path) {
        return FOLDER.resolve(path);
    }

    static JsonNode yaml(String path) throws IOException {
        return YAML.readTree(resolve(path).toFile());
    }

    /** The boards in the folder {@code boards}, by their names. */
    static List<Board> boards() throws IOException {
        try (Stream<Path> files = Files.list(resolve("grafana/boards"))) {
            return files.sorted().map(Board::read).toList();
        }
    }

    /** The floorboard's queries: text by file name. */
    static Map<String, String> queries() throws IOException {
        Map<String, String> queries = new TreeMap<>();
        try (Stream<Path> files = Files.list(resolve("floorboard/src/main/resources/queries"))) {
            for (Path file : files.sorted().toList()) {
                queries.put(
                        file.getFileName().toString(), Files.readString(file).strip());
            }
        }
        return queries;
    }
}
