package dev.footfall.gateway.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What options are that the command line leaves out: the environment variable of their name, else the key of their name in a file.
 *
 * <p>{@code --frame-every} is {@code FOOTFALL_GATEWAY_FRAME_EVERY} in the environment and {@code frame-every} in the file, a flat map in YAML; a list there
 * is the same as words with commas.
 */
public final class OptionSources {
    private static final String PREFIX = "FOOTFALL_GATEWAY_";

    private final Map<String, String> environment;
    private final Map<String, String> file = new TreeMap<>();

    private OptionSources(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The environment alone. */
    public static OptionSources of(Map<String, String> environment) {
        return new OptionSources(environment);
    }

    /** The environment and a file; throws with words for people when the file cannot be read. */
    public static OptionSources of(Map<String, String> environment, Path file) throws IOException {
        OptionSources sources = new OptionSources(environment);
        JsonNode all;
        try {
            all = new YAMLMapper().readTree(file.toFile());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException(
                    file + ", line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": "
                            + e.getOriginalMessage(),
                    e);
        }
        if (!all.isObject() && !all.isMissingNode()) {
            throw new IOException(file + ": must be a map of settings, such as 'broker: mqtt://127.0.0.1'");
        }
        all.properties().forEach(entry -> sources.file.put(entry.getKey(), text(entry.getValue())));
        return sources;
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(
                        ",",
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                : value.asText();
    }

    /**
     * Fills in the options that a command line left out; all of them are strings, or lists of strings.
     *
     * @param parsed the command line
     * @throws IOException with the keys of the file that are no option
     */
    public void complete(ParseResult parsed) throws IOException {
        Set<String> unknown = new TreeSet<>(file.keySet());
        Set<String> unknownVariables = new TreeSet<>(environment.keySet());
        unknownVariables.removeIf(name -> !name.startsWith(PREFIX));
        for (OptionSpec option : parsed.commandSpec().options()) {
            String key = option.longestName().substring(2);
            unknown.remove(key);
            unknownVariables.remove(variable(key));
            String value = environment.getOrDefault(variable(key), file.get(key));
            if (value != null && !parsed.hasMatchedOption(option) && option.userObject() instanceof Field field) {
                option.setValue(field.getType() == List.class ? List.of(value.split(",")) : value);
            }
        }
        if (!unknownVariables.isEmpty()) {
            throw new IOException("there are no settings for these environment variables: "
                    + String.join(", ", unknownVariables) + "; 'footfall gateway --help' lists all");
        }
        if (!unknown.isEmpty()) {
            throw new IOException("the file of --config has settings that there are not: " + String.join(", ", unknown)
                    + "; 'footfall gateway --help' lists all");
        }
    }

    private static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
