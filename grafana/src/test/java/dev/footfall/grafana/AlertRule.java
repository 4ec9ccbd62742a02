package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule of Grafana's alerting, evaluated as Grafana does with the expressions that are used here. */
record AlertRule(JsonNode json) {
    /** What InfluxDB answers. */
    interface Database {
        JsonNode series(String influxQl) throws IOException;
    }

    /** Labels with a value. */
    private static final class Values extends LinkedHashMap<Map<String, String>, Double> {
        private static final long serialVersionUID = 1L;
    }

    private static final Pattern GREATER = Pattern.compile("\\$(\\w+) > \\$(\\w+)");

    String uid() {
        return json.path("uid").asText();
    }

    /** Labels of those for which the condition holds at an instant. */
    Set<Map<String, String>> firing(Database database, Instant now) throws IOException {
        Map<String, Values> values = new LinkedHashMap<>();
        for (JsonNode step : json.path("data")) {
            values.put(step.path("refId").asText(), value(step, values, database, now));
        }
        Set<Map<String, String>> firing = new LinkedHashSet<>();
        values.getOrDefault(json.path("condition").asText(), new Values()).forEach((labels, value) -> {
            if (value != 0) {
                firing.add(labels);
            }
        });
        return firing;
    }

    private static Values value(JsonNode step, Map<String, Values> before, Database database, Instant now)
            throws IOException {
        JsonNode model = step.path("model");
        String of = model.path("expression").asText();
        return switch (model.path("type").asText("query")) {
            case "query" -> asked(model.path("query").asText(), database, now);
            case "reduce" -> before.getOrDefault(of, new Values());
            case "threshold" -> compared(before.getOrDefault(of, new Values()), model.at("/conditions/0/evaluator"));
            case "math" -> greater(of, before);
            default -> throw new IllegalArgumentException("not known here: " + model);
        };
    }

    /** The last value of each series. */
    private static Values asked(String query, Database database, Instant now) throws IOException {
        Values last = new Values();
        String then =
                query.replaceAll("time > now\\(\\) - (\\w+)", "time > '" + now + "' - $1 AND time <= '" + now + "'");
        for (JsonNode series : database.series(then)) {
            Map<String, String> labels = new TreeMap<>();
            series.path("tags")
                    .properties()
                    .forEach(tag -> labels.put(tag.getKey(), tag.getValue().asText()));
            for (JsonNode row : series.path("values")) {
                if (!row.path(1).isNull()) {
                    last.put(labels, row.path(1).asDouble());
                }
            }
        }
        return last;
    }

    private static Values compared(Values values, JsonNode evaluator) {
        double limit = evaluator.at("/params/0").asDouble();
        boolean above = evaluator.path("type").asText().equals("gt");
        Values compared = new Values();
        values.forEach((labels, value) -> compared.put(labels, (above ? value > limit : value < limit) ? 1.0 : 0.0));
        return compared;
    }

    private static Values greater(String expression, Map<String, Values> before) {
        Matcher sides = GREATER.matcher(expression);
        if (!sides.matches()) {
            throw new IllegalArgumentException("not known here: " + expression);
        }
        Values left = before.getOrDefault(sides.group(1), new Values());
        Values right = before.getOrDefault(sides.group(2), new Values());
        Values result = new Values();
        left.forEach((labels, value) -> {
            Double limit = right.get(labels);
            if (limit != null) {
                result.put(labels, value > limit ? 1.0 : 0.0);
            }
        });
        return result;
    }

    @Override
    public String toString() {
        return uid();
    }
}
