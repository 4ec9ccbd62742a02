package dev.footfall.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What devices publish: one JSON object, or an array of them, of one kind.
 *
 * <p>Types and ranges are strict, fields that the kind does not know are ignored, a key given twice is an error. A payload
 * is taken whole or not at all. Belongs to one thread.
 */
public final class EventJson {
    /** The longest payload that is read. */
    public static final int MAX_PAYLOAD_BYTES = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final TemplateReader template = new TemplateReader();
    private final EventFields fields = new EventFields();

    /** The events of a payload in their order; none for an empty array. */
    public List<SensorEvent> decode(Kind kind, byte[] payload) throws MalformedEventException {
        List<SensorEvent> usual = payload.length > MAX_PAYLOAD_BYTES ? null : template.find(kind, payload);
        return usual != null ? usual : decodePlainly(kind, payload);
    }

    /** The same, by the reader that reads everything and knows no short cut: what {@link #decode} must be equal to, in what it gives and in what it refuses. */
    public List<SensorEvent> decodePlainly(Kind kind, byte[] payload) throws MalformedEventException {
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new MalformedEventException(
                    Reason.TOO_LARGE, payload.length + " bytes, at most " + MAX_PAYLOAD_BYTES + " are read");
        }
        if (!Utf8.isValid(payload, 0, payload.length)) {
            throw new MalformedEventException(Reason.NOT_UTF8, "not UTF-8");
        }
        try (JsonParser in = JSON.createParser(payload)) {
            return read(kind, in);
        } catch (OutOfRangeException e) {
            throw new MalformedEventException(Reason.OUT_OF_RANGE, String.valueOf(e.getMessage()));
        } catch (StreamConstraintsException e) {
            throw new MalformedEventException(Reason.OUT_OF_RANGE, e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
            throw new MalformedEventException(
                    Reason.MALFORMED_JSON, e.getOriginalMessage() + (offset < 0 ? "" : ", at byte " + offset));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /** The event as a device would say it. */
    public static byte[] encode(SensorEvent event) {
        return write(out -> EventWriter.write(event, out));
    }

    /** The events as a device would say them in one message. */
    public static byte[] encode(List<? extends SensorEvent> events) {
        return write(out -> {
            out.writeStartArray();
            for (SensorEvent event : events) {
                EventWriter.write(event, out);
            }
            out.writeEndArray();
        });
    }

    private List<SensorEvent> read(Kind kind, JsonParser in) throws IOException, MalformedEventException {
        Map<String, Field> known = Field.of(kind);
        JsonToken first = in.nextToken();
        if (first == null) {
            throw new MalformedEventException(Reason.MALFORMED_JSON, "the payload is empty");
        }
        List<SensorEvent> events;
        if (first == JsonToken.START_ARRAY) {
            events = new ArrayList<>();
            for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
                events.add(readEvent(kind, known, token, in));
            }
        } else {
            events = List.of(readEvent(kind, known, first, in));
        }
        if (in.nextToken() != null) {
            throw new MalformedEventException(Reason.MALFORMED_JSON, "something after the end");
        }
        return events;
    }

    private SensorEvent readEvent(Kind kind, Map<String, Field> known, JsonToken token, JsonParser in)
            throws IOException, MalformedEventException {
        if (token != JsonToken.START_OBJECT) {
            EventFields.skip(in);
            throw new MalformedEventException(
                    Reason.WRONG_TYPE, "an event is " + EventFields.describe(token) + ", must be an object");
        }
        fields.read(known, in);
        return EventReader.event(kind, fields);
    }

    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
