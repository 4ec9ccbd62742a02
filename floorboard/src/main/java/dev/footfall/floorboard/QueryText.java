package dev.footfall.floorboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An InfluxQL text with Grafana's variables in it: {@code '$store'} stands for a string, {@code $timeFilter} for a condition.
 *
 * <p>A variable between single quotes is filled in as the inside of a string literal, with quote and backslash escaped; a
 * value with a control character is refused, so nothing that is filled in can end the literal.
 */
final class QueryText {
    static final String TIME_FILTER = "timeFilter";

    private static final Pattern VARIABLE = Pattern.compile("'\\$([a-z]+)'|\\$([A-Za-z]+)");

    private final String text;
    private final Set<String> variables;

    private QueryText(String text, Set<String> variables) {
        this.text = text;
        this.variables = variables;
    }

    /** Reads {@code queries/NAME.influxql} among the resources, one statement. */
    static QueryText read(String name) {
        String file = "/queries/" + name + ".influxql";
        try (InputStream in = QueryText.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("name is " + name + " but " + file + " is not among the resources");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static QueryText of(String text) {
        Set<String> variables = VARIABLE.matcher(text)
                .results()
                .map(QueryText::variable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> bare = VARIABLE.matcher(text)
                .results()
                .filter(variable -> variable.group(2) != null)
                .map(QueryText::variable)
                .collect(Collectors.toCollection(TreeSet::new));
        bare.remove(TIME_FILTER);
        if (!bare.isEmpty()) {
            throw new IllegalArgumentException("text has " + bare + " outside of quotes but only timeFilter may be");
        }
        return new QueryText(text, variables);
    }

    /** The variables that must be filled in, without their {@code $}. */
    Set<String> variables() {
        return Set.copyOf(variables);
    }

    /** The statement with every variable filled in. */
    String filled(Map<String, String> strings, long fromMillis, long toMillis) {
        String filter = "time >= " + fromMillis + "ms AND time < " + toMillis + "ms";
        return VARIABLE.matcher(text).replaceAll(variable -> {
            String name = variable(variable);
            return Matcher.quoteReplacement(name.equals(TIME_FILTER) ? filter : literal(name, strings));
        });
    }

    private static String literal(String name, Map<String, String> strings) {
        String value = strings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("strings are " + strings.keySet() + " but must have " + name);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " has a control character but must have none");
        }
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String variable(MatchResult match) {
        return match.group(1) != null ? match.group(1) : match.group(2);
    }

    @Override
    public String toString() {
        return text;
    }
}
