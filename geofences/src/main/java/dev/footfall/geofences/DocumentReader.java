package dev.footfall.geofences;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads a JSON or YAML file into nodes that know their places. */
final class DocumentReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonFactory YAML = new YAMLFactory();

    private final JsonParser parser;
    private final FaultList faults;

    private DocumentReader(JsonParser parser, FaultList faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** The root of a JSON file; empty, with a fault that says where, when it is none. */
    static Optional<Node> readJson(byte[] file, FaultList faults) {
        return read(JSON, "JSON", file, faults);
    }

    /** The root of a YAML file; empty, with a fault that says where, when it is none. */
    static Optional<Node> readYaml(byte[] file, FaultList faults) {
        return read(YAML, "YAML", file, faults);
    }

    private static Optional<Node> read(JsonFactory format, String name, byte[] file, FaultList faults) {
        try (JsonParser parser = format.createParser(file)) {
            if (parser.nextToken() == null) {
                faults.error("", "The file is empty.");
                return Optional.empty();
            }
            Node root = new DocumentReader(parser, faults).node(KeyPath.ROOT);
            if (parser.nextToken() != null) {
                faults.error("line " + parser.currentTokenLocation().getLineNr(), "Only one document fits in a file.");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            faults.error(place(e), "This is not " + name + ": " + problem(e) + ".");
            return Optional.empty();
        } catch (IOException e) {
            faults.error("", "This is not " + name + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** YAML's own exception knows the place of the problem; what wraps it, only that of the last good token. */
    private static String place(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            Mark at = yaml.getProblemMark();
            return "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1);
        }
        JsonLocation at = e.getLocation();
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String problem(JsonProcessingException e) {
        return e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblem() != null
                ? yaml.getProblem()
                : e.getOriginalMessage();
    }

    private Node node(KeyPath path) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> map(path, line);
            case START_ARRAY -> list(path, line);
            case VALUE_NULL -> scalar(Node.Type.NULL, path, line);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Node.Type.BOOLEAN, path, line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Node.Type.NUMBER, path, line);
            default -> {
                if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                    faults.error(path + ", line " + line, "YAML aliases are not read: write the value out.");
                }
                yield scalar(Node.Type.TEXT, path, line);
            }
        };
    }

    private Node scalar(Node.Type type, KeyPath path, int line) throws IOException {
        String text = parser.getText();
        return new Node(type, text == null ? "" : text, List.of(), Map.of(), path, line);
    }

    private Node list(KeyPath path, int line) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path.item(items.size())));
        }
        return new Node(Node.Type.LIST, "", Collections.unmodifiableList(items), Map.of(), path, line);
    }

    private Node map(KeyPath path, int line) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            Node value = node(path.key(key));
            if (fields.put(key, value) != null) {
                faults.error(value.path() + ", line " + keyLine, "The key stands here twice: keep one.");
            }
        }
        return new Node(Node.Type.MAP, "", List.of(), Collections.unmodifiableMap(fields), path, line);
    }
}
