package dev.footfall.gateway.recordings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.footfall.events.Reason;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one line of a recording says, as far as it can be seen; made anew for each line. */
final class RecordedLine {
    /** Deep enough to see the end of what the payload's own limit refuses. */
    private static final int MAX_DEPTH = 20_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final int UNSEEN = -1;

    private final byte[] bytes;
    private final int start;
    private final int length;
    private long atMillis = UNSEEN;
    private @Nullable String topic;
    private int payloadStart = UNSEEN;
    private int payloadEnd = UNSEEN;
    private @Nullable Reason fault;
    private String detail = "";

    RecordedLine(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        read();
    }

    /** When it was received, or {@code otherwise}. */
    long atMillisOr(long otherwise) {
        return atMillis == UNSEEN ? otherwise : atMillis;
    }

    @Nullable
    String topic() {
        return topic;
    }

    /** The bytes of the payload as they stand in the line; of a line that broke off in it, the rest; without one, all. */
    byte[] payload() {
        int from = payloadStart == UNSEEN ? 0 : payloadStart;
        int to = payloadStart == UNSEEN ? length : payloadEnd == UNSEEN ? endOfLine() : payloadEnd;
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }

    /** Why it is no message; null for a message. */
    @Nullable
    Reason fault() {
        return fault;
    }

    String detail() {
        return detail;
    }

    private void read() {
        try (JsonParser in = JSON.createParser(bytes, start, length)) {
            readMessage(in);
        } catch (StreamConstraintsException e) {
            fail(Reason.TOO_DEEP, e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            fail(brokenBecause(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private void readMessage(JsonParser in) throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            fail(Reason.MALFORMED_LINE, "not an object");
            return;
        }
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken token = in.nextToken();
            switch (name) {
                case "at" -> readAt(token, in);
                case "topic" -> readTopic(token, in);
                case "payload" -> readPayload(in);
                default -> in.skipChildren();
            }
        }
        if (in.nextToken() != null) {
            fail(Reason.MALFORMED_LINE, "something after the end");
        } else if (fault == null && (atMillis == UNSEEN || topic == null || payloadEnd == UNSEEN)) {
            fail(
                    Reason.MALFORMED_LINE,
                    (atMillis == UNSEEN ? "at" : topic == null ? "topic" : "payload") + " is missing");
        }
    }

    private void readAt(JsonToken token, JsonParser in) throws IOException {
        long value = token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                ? in.getLongValue()
                : UNSEEN;
        if (value < SensorEvent.EARLIEST_MILLIS || value > SensorEvent.LATEST_MILLIS || atMillis != UNSEEN) {
            in.skipChildren();
            fail(Reason.MALFORMED_LINE, "at must be one time in ms from 2000 to 2100");
        } else {
            atMillis = value;
        }
    }

    private void readTopic(JsonToken token, JsonParser in) throws IOException {
        if (token != JsonToken.VALUE_STRING || topic != null) {
            in.skipChildren();
            fail(Reason.MALFORMED_LINE, "topic must be one string");
        } else {
            topic = in.getText();
        }
    }

    private void readPayload(JsonParser in) throws IOException {
        if (payloadStart != UNSEEN) {
            fail(Reason.MALFORMED_LINE, "payload is given twice");
        }
        payloadStart = (int) in.currentTokenLocation().getByteOffset();
        payloadEnd = UNSEEN;
        in.skipChildren();
        in.finishToken();
        payloadEnd = (int) in.currentLocation().getByteOffset();
    }

    private void fail(Reason reason, String why) {
        if (fault == null) {
            fault = reason;
            detail = why;
        }
    }

    private Reason brokenBecause() {
        if (!Utf8.isValid(bytes, start, length)) {
            return Reason.NOT_UTF8;
        }
        return payloadStart != UNSEEN && payloadEnd == UNSEEN ? Reason.MALFORMED_JSON : Reason.MALFORMED_LINE;
    }

    /** The end of a payload whose own end was not found: that of the line, without the brace that closes the line. */
    private int endOfLine() {
        int end = length;
        while (end > payloadStart && bytes[start + end - 1] <= ' ' && bytes[start + end - 1] >= 0) {
            end--;
        }
        return end > payloadStart && bytes[start + end - 1] == '}' ? end - 1 : end;
    }
}
