package dev.footfall.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.events.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A message that was not taken, as it was found. Its {@code payload} is not copied. */
public final class DeadLetter {
    /** How much is kept of what was refused for its size. */
    public static final int MAX_LARGE_PAYLOAD_BYTES = 64 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private final long timeMillis;
    private final @Nullable String topic;
    private final byte[] payload;
    private final Reason reason;
    private final String detail;

    /** {@code timeMillis} is when it was received; {@code topic} is null where it could not be seen. */
    public DeadLetter(long timeMillis, @Nullable String topic, byte[] payload, Reason reason, String detail) {
        this.timeMillis = timeMillis;
        this.topic = topic;
        this.payload = reason == Reason.TOO_LARGE && payload.length > MAX_LARGE_PAYLOAD_BYTES
                ? Arrays.copyOf(payload, MAX_LARGE_PAYLOAD_BYTES)
                : payload;
        this.reason = reason;
        this.detail = detail;
    }

    /** When it was received, ms since the epoch. */
    public long timeMillis() {
        return timeMillis;
    }

    /** The topic it came on; null where that could not be seen. */
    public @Nullable String topic() {
        return topic;
    }

    /** The bytes that came; of a message refused for its size, the first. */
    public byte[] payload() {
        return payload;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, for the person who has to find out why. */
    public String detail() {
        return detail;
    }

    /** The letter as JSON, {@code {"time", "topic", "payload", "reason", "detail"}}, the payload in base64. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("time", timeMillis);
        json.writeStringField("topic", topic);
        json.writeBinaryField("payload", payload);
        json.writeStringField("reason", reason.code());
        json.writeStringField("detail", detail);
        json.writeEndObject();
    }

    @Override
    public String toString() {
        return "DeadLetter[" + timeMillis + ", " + topic + ", " + payload.length + " bytes, " + reason.code() + ": "
                + detail + "]";
    }
}
