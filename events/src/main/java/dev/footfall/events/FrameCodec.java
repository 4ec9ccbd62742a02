package dev.footfall.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Frames and ticks as bytes: CBOR on the wire, JSON with the same keys for people; reading takes both. Thread safe.
 *
 * <p>A frame is a map: the head ({@code v store gateway epoch seq oldest watermark}), the dictionaries {@code strings} and
 * {@code subjects}, and for each kind that has events a map of columns. A column is a list of integers, or one integer that
 * every row has; the list of times says how many rows there are. Reading ignores keys that it does not know. Lists in CBOR
 * are byte strings of {@link Varints}; {@link FrameLayout} says which columns there are, {@link Column} how their integers
 * are meant.
 */
public final class FrameCodec {
    private static final JsonFactory CBOR = CBORFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private FrameCodec() {}

    /** Reads a whole frame; throws also when it is a tick. */
    public static Frame decode(byte[] bytes) throws MalformedFrameException {
        Frame frame = CanonicalReader.findFrame(bytes);
        return frame == null ? decodePlainly(bytes) : frame;
    }

    /** The same without the short way, which has to give the same. */
    static Frame decodePlainly(byte[] bytes) throws MalformedFrameException {
        try {
            return read(bytes, FrameReader::read);
        } catch (UnknownFrameVersionException e) {
            throw e;
        } catch (MalformedFrameException e) {
            throw new MalformedFrameException(hasHeader(bytes), e.offset(), e.detail());
        }
    }

    /** Reads the header of a frame, or a tick, and leaves the body alone. */
    public static FrameHead header(byte[] bytes) throws MalformedFrameException {
        FrameHead head = CanonicalReader.findHead(bytes);
        return head == null ? headerPlainly(bytes) : head;
    }

    /** The same without the short way, which has to give the same. */
    static FrameHead headerPlainly(byte[] bytes) throws MalformedFrameException {
        return read(bytes, FrameReader::readHead);
    }

    /**
     * A frame's bytes under another header. The body stays as it is, byte for byte where the bytes are as we write them, and then nobody looks whether it can
     * be read.
     *
     * @throws MalformedFrameException when the bytes are no frame
     */
    public static byte[] withHeader(FrameHeader header, byte[] bytes) throws MalformedFrameException {
        int body = CanonicalReader.bodyAt(bytes);
        return body < 0 ? encode(decodePlainly(bytes).under(header)) : FrameWriter.cbor(header, bytes, body);
    }

    /** A tick as CBOR. */
    public static byte[] encode(Tick tick) {
        return FrameWriter.cbor(tick);
    }

    /** A frame as CBOR, the same bytes that {@link FrameBuilder#encode} gave. */
    public static byte[] encode(Frame frame) {
        return FrameWriter.cbor(frame);
    }

    /** A frame as JSON, for people. */
    public static byte[] toJson(Frame frame) {
        return FrameWriter.json(frame);
    }

    private interface Reading<T> {
        T read(FrameReader reader) throws IOException, MalformedFrameException;
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) throws MalformedFrameException {
        try (JsonParser in = (isJson(bytes) ? JSON : CBOR).createParser(bytes)) {
            return reading.read(new FrameReader(in));
        } catch (JsonProcessingException e) {
            long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
            throw new MalformedFrameException(false, offset, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static boolean hasHeader(byte[] bytes) {
        try {
            return header(bytes) instanceof FrameHeader;
        } catch (MalformedFrameException e) {
            return false;
        }
    }

    /** A map in CBOR begins with a byte above 0xA0, so an opening brace or white space tells JSON. */
    private static boolean isJson(byte[] bytes) {
        return bytes.length > 0
                && (bytes[0] == '{' || bytes[0] == ' ' || bytes[0] == '\n' || bytes[0] == '\r' || bytes[0] == '\t');
    }
}
