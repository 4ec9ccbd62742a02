package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is chosen on a board, its variables and its time, and how Grafana fills it into a query. */
final class Choices {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::(\\w+))?}|\\$(\\w+)");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$*+?.()|\\[\\]{}/]");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final long fromMillis;
    private final long toMillis;

    private Choices(Instant to, Duration range) {
        this.toMillis = to.toEpochMilli();
        this.fromMillis = to.minus(range).toEpochMilli();
        values.put("__from", List.of(Long.toString(fromMillis)));
        values.put("__to", List.of(Long.toString(toMillis)));
        values.put("timeFilter", List.of("time >= " + fromMillis + "ms and time <= " + toMillis + "ms"));
        values.put("__interval", List.of("15m")); // a day in the 96 pieces that the panels ask for
    }

    /** The 24 hours up to an instant; of each query variable the first value, of one with All every value, of a list its default. */
    static Choices of(Board board, String store, Instant to, DayInInflux day) throws IOException {
        return of(board, store, to, day, Map.of());
    }

    /** With some of the query variables given. */
    static Choices of(Board board, String store, Instant to, DayInInflux day, Map<String, String> given)
            throws IOException {
        Choices choices = new Choices(to, Duration.ofDays(1));
        for (JsonNode variable : board.variables()) {
            String name = variable.path("name").asText();
            switch (variable.path("type").asText()) {
                case "query" -> {
                    String known = given.get(name);
                    choices.values.put(
                            name,
                            known == null ? choices.found(variable, name.equals("store"), store, day) : List.of(known));
                }
                case "datasource" -> choices.values.put(name, List.of("footfall"));
                default ->
                    choices.values.put(
                            name, List.of(variable.at("/current/value").asText()));
            }
        }
        return choices;
    }

    private List<String> found(JsonNode variable, boolean isStore, String store, DayInInflux day) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode series : day.series(filled(variable.path("query").asText()))) {
            series.path("values").forEach(row -> found.add(row.path(1).asText()));
        }
        if (found.isEmpty()) {
            throw new IOException("nothing to choose from: " + variable);
        }
        if (variable.path("includeAll").asBoolean()) {
            return found;
        }
        if (isStore && !found.contains(store)) {
            throw new IOException(store + " is not among " + found);
        }
        return List.of(isStore ? store : found.get(0));
    }

    Choices with(String name, String value) {
        Choices other = new Choices(Instant.ofEpochMilli(toMillis), Duration.ofMillis(toMillis - fromMillis));
        other.values.putAll(values);
        other.values.put(name, List.of(value));
        return other;
    }

    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Fails for a variable that the board has not. */
    String filled(String query) {
        return VARIABLE.matcher(query).replaceAll(match -> {
            String name = match.group(1) == null ? match.group(3) : match.group(1);
            List<String> chosen = values.get(name);
            if (chosen == null) {
                throw new IllegalArgumentException("no variable " + name + " for " + query);
            }
            if (!"regex".equals(match.group(2))) {
                if (chosen.size() != 1) {
                    throw new IllegalArgumentException(name + " may have several values in " + query);
                }
                return Matcher.quoteReplacement(chosen.get(0));
            }
            String any = chosen.stream()
                    .map(value -> SPECIAL.matcher(value).replaceAll("\\\\$0"))
                    .collect(Collectors.joining("|"));
            return Matcher.quoteReplacement(chosen.size() == 1 ? any : '(' + any + ')');
        });
    }
}
