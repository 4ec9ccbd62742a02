package dev.footfall.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link LaneAnswer}s. */
final class LaneAnswerJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private LaneAnswerJson() {}

    static byte[] write(LaneAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("epoch", answer.epoch());
            if (answer instanceof LaneAnswer.Mark mark) {
                json.writeNumberField("next", mark.next());
            } else if (answer instanceof LaneAnswer.Request request) {
                json.writeNumberField("from", request.from());
            }
            json.writeNumberField("run", answer.run());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    static Optional<LaneAnswer> parse(byte[] json) {
        try (JsonParser in = FACTORY.createParser(json)) {
            return read(in);
        } catch (IOException | OutOfRangeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LaneAnswer> read(JsonParser in) throws IOException {
        String epoch = null;
        Long next = null;
        Long from = null;
        Long run = null;
        if (in.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String key = in.currentName();
            in.nextToken();
            switch (key) {
                case "epoch" -> epoch = in.getValueAsString();
                case "next" -> next = in.getLongValue();
                case "from" -> from = in.getLongValue();
                case "run" -> run = in.getLongValue();
                default -> in.skipChildren();
            }
        }
        return answer(epoch, next, from, run);
    }

    private static Optional<LaneAnswer> answer(
            @Nullable String epoch, @Nullable Long next, @Nullable Long from, @Nullable Long run) {
        if (epoch == null || run == null || (next == null) == (from == null)) {
            return Optional.empty();
        }
        return Optional.of(
                next == null
                        ? new LaneAnswer.Request(epoch, from == null ? 0 : from, run)
                        : new LaneAnswer.Mark(epoch, next, run));
    }
}
