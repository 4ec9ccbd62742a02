package dev.footfall.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a target is to answer, as {@code rows.yaml} states it: so many rows at most, with these columns. */
record Rows(long most, Set<String> columns) {
    private static final JsonNode STATED;

    static {
        try {
            STATED = Project.yaml("grafana/src/test/resources/rows.yaml");
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static Rows ofTarget(Board board, Panel panel, String refId) {
        return read(
                STATED.path("panels").path(board.title()).path(panel.title()).path(refId), panel + " " + refId);
    }

    static Rows ofAnnotation(Board board, String name) {
        return read(STATED.path("annotations").path(board.title()).path(name), name);
    }

    /** What no target may exceed, whatever is chosen. */
    static long mostOfAny() {
        return STATED.path("most").asLong();
    }

    /** The titles of boards and of their panels, one below the other. */
    static List<String> stated() {
        List<String> titles = new ArrayList<>();
        STATED.path("panels").properties().forEach(board -> {
            titles.add(board.getKey());
            board.getValue().fieldNames().forEachRemaining(titles::add);
        });
        return titles;
    }

    private static Rows read(JsonNode stated, String of) {
        if (stated.size() != 2) {
            throw new IllegalArgumentException("rows.yaml does not state rows and columns of " + of);
        }
        long rows = Arrays.stream(stated.path(0).asText().split(" \\* ", -1))
                .mapToLong(Rows::factor)
                .reduce(1, Math::multiplyExact);
        Set<String> columns = new LinkedHashSet<>();
        stated.path(1).forEach(column -> columns.add(column.asText()));
        return new Rows(Math.min(rows, STATED.path("most").asLong()), columns);
    }

    private static long factor(String text) {
        JsonNode there = STATED.path("there").path(text);
        return there.isMissingNode() ? Long.parseLong(text) : there.asLong();
    }
}
