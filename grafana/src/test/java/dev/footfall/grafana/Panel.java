package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A panel of a board. */
record Panel(JsonNode json) {
    String title() {
        return json.path("title").asText();
    }

    List<JsonNode> targets() {
        return Board.elements(json.path("targets")).toList();
    }

    @Override
    public String toString() {
        return title();
    }
}
