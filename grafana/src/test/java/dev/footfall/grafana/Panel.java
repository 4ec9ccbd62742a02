package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A panel of a board. */
record Panel(JsonNode json) {
    String title() {
        return json.path("title").asText();
    }

    List<JsonNode> targets() {
        return Board.elements(json.path("targets")).toList();
    }

    /** The columns that its first transformation names, so the ones that its targets together must give; without one, a value. */
    Set<String> columnsNeeded() {
        JsonNode first = json.path("transformations").path(0);
        Set<String> columns = new LinkedHashSet<>();
        switch (first.path("id").asText()) {
            case "groupBy" -> first.at("/options/fields").fieldNames().forEachRemaining(columns::add);
            case "filterFieldsByName" -> first.at("/options/include/names").forEach(name -> columns.add(name.asText()));
            default -> columns.add("people");
        }
        return columns;
    }

    @Override
    public String toString() {
        return title();
    }
}
