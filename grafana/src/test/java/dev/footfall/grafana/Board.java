package dev.footfall.grafana;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A board in Grafana's classic JSON. */
record Board(String name, JsonNode json) {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Board read(Path file) {
        try {
            return new Board(file.getFileName().toString(), STRICT.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String title() {
        return json.path("title").asText();
    }

    List<Panel> panels() {
        return elements(json.get("panels")).map(Panel::new).toList();
    }

    List<JsonNode> variables() {
        return elements(json.at("/templating/list")).toList();
    }

    List<JsonNode> annotations() {
        return elements(json.at("/annotations/list")).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
