package dev.footfall.simulator.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes a scorecard for machines, in the units of the fields. */
final class ScorecardJson {
    private final ObjectMapper json = new ObjectMapper();

    private ScorecardJson() {}

    static void write(Scorecard card, Path file) throws IOException {
        Files.writeString(file, new ScorecardJson().document(card).toPrettyString() + "\n");
    }

    private ObjectNode document(Scorecard card) {
        ObjectNode document = json.createObjectNode()
                .put("store", card.run().store())
                .put("from", Instant.ofEpochMilli(card.run().fromMillis()).toString())
                .put("until", Instant.ofEpochMilli(card.run().untilMillis()).toString())
                .put("seed", card.run().seed())
                .put("errors", card.run().errors())
                .put("equal", card.isEqual());
        ArrayNode figures = document.putArray("figures");
        for (Scorecard.Row row : card.rows()) {
            ObjectNode figure = figures.addObject()
                    .put("measurement", row.score().figure().measurement())
                    .put("field", row.score().figure().field());
            put(figure, row.score());
            if (!row.of().isEmpty()) {
                ArrayNode of = figure.putArray("of");
                row.of().forEach(score -> put(of.addObject(), score));
            }
        }
        card.notes().forEach(document.putArray("notes")::add);
        return document;
    }

    private static void put(ObjectNode node, Score score) {
        if (!score.subject().isEmpty()) {
            node.put("subject", score.subject());
        }
        node.put("truth", score.truth())
                .put("computed", score.computed())
                .put("error", score.error())
                .put("windows", score.windows())
                .put("differing", score.differing());
    }
}
