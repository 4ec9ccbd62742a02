package dev.footfall.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code docs/asyncapi.yaml}. */
final class AsyncApi {
    private static final Path DOCS =
            Path.of(System.getProperty("footfall.project", "..")).resolve("docs");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    private AsyncApi(JsonNode document) {
        this.document = document;
    }

    static AsyncApi read() throws IOException {
        return new AsyncApi(
                new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile()));
    }

    /** A part, by JSON pointer. */
    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** A part, or what it refers to. */
    JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? target(part.get("$ref").asText()) : part;
    }

    /** Every reference anywhere. */
    List<String> references() {
        return document.findValuesAsText("$ref");
    }

    /** What a reference means; missing if nothing. */
    JsonNode target(String reference) {
        return reference.startsWith("#") ? document.at(reference.substring(1)) : file(reference);
    }

    private static JsonNode file(String reference) {
        Path file = DOCS.resolve(reference);
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.missingNode();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What is wrong with a payload by the schema of that message. */
    Set<ValidationMessage> faults(String message, JsonNode payload) {
        JsonNode schema = at("/components/messages/" + message + "/payload");
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().losslessNarrowing(true).build();
        JsonSchema reader = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema.has("schemaFormat") ? resolved(schema.get("schema")) : schema, config);
        return reader.validate(payload);
    }

    Set<ValidationMessage> faults(String message, byte[] payload) throws IOException {
        return faults(message, JSON.readTree(payload));
    }

    /** The examples of that message. */
    List<JsonNode> examples(String message) {
        List<JsonNode> payloads = new ArrayList<>();
        at("/components/messages/" + message + "/examples").forEach(example -> payloads.add(example.get("payload")));
        return payloads;
    }
}
