package dev.footfall.simulator.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads a file of YAML, and tells where it is none. */
final class YamlFile {
    private YamlFile() {}

    /**
     * The root of a file.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is no YAML; the message tells the line
     */
    static JsonNode read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new YAMLMapper().readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file.getFileName() + ": " + place(e) + "this is not YAML: " + problem(e), e);
        } catch (IOException e) {
            // of bytes in memory: they are no text
            throw new IllegalArgumentException(file.getFileName() + ": this is not YAML: " + e.getMessage(), e);
        }
    }

    /** YAML's own exception knows the place of the problem; what wraps it, only that of the last good token. */
    private static String place(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            Mark at = yaml.getProblemMark();
            return "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1) + ": ";
        }
        JsonLocation at = e.getLocation();
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    private static String problem(JsonProcessingException e) {
        return e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblem() != null
                ? yaml.getProblem()
                : e.getOriginalMessage();
    }
}
