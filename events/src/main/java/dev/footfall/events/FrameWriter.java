package dev.footfall.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes frames and ticks; CBOR and JSON differ only in how a list of integers and the subjects look. */
final class FrameWriter {
    private static final CBORFactory CBOR = new CBORFactory();
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final boolean compact;
    private final Varints.Buffer buffer = new Varints.Buffer();

    private FrameWriter(JsonGenerator out, boolean compact) {
        this.out = out;
        this.compact = compact;
    }

    static byte[] cbor(Frame frame) {
        return write(CBOR, true, writer -> writer.frame(frame));
    }

    static byte[] json(Frame frame) {
        return write(JSON, false, writer -> writer.frame(frame));
    }

    static byte[] cbor(Tick tick) {
        return write(CBOR, true, writer -> writer.tick(tick));
    }

    /** A header, and behind it the body that begins at a byte of another frame. */
    static byte[] cbor(FrameHeader header, byte[] frame, int body) {
        byte[] alone = write(CBOR, true, writer -> writer.headAlone(header));
        int head = alone.length - 1; // without the byte that ends the map
        byte[] bytes = Arrays.copyOf(alone, head + frame.length - body);
        System.arraycopy(frame, body, bytes, head, frame.length - body);
        return bytes;
    }

    private interface Body {
        void write(FrameWriter writer) throws IOException;
    }

    private static byte[] write(JsonFactory factory, boolean compact, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = factory.createGenerator(bytes)) {
            body.write(new FrameWriter(out, compact));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private void tick(Tick tick) throws IOException {
        out.writeStartObject();
        head(tick, "next", tick.next());
        out.writeEndObject();
    }

    private void headAlone(FrameHeader header) throws IOException {
        out.writeStartObject();
        head(header, "seq", header.seq());
        out.writeEndObject();
    }

    private void frame(Frame frame) throws IOException {
        out.writeStartObject();
        head(frame.header(), "seq", frame.header().seq());
        strings(frame.dictionary());
        subjects(frame.dictionary());
        for (Columns columns : frame.columns()) {
            if (columns.rows() > 0) {
                group(columns.table);
            }
        }
        if (frame.tallyTable().rows() > 0) {
            group(frame.tallyTable());
        }
        out.writeEndObject();
    }

    private void head(FrameHead head, String numberKey, long number) throws IOException {
        out.writeNumberField("v", FrameLayout.VERSION);
        out.writeStringField("store", head.store());
        out.writeStringField("gateway", head.gateway());
        out.writeStringField("epoch", head.epoch());
        out.writeNumberField(numberKey, number);
        out.writeNumberField("oldest", head.oldest());
        out.writeNumberField("watermark", head.watermarkMillis());
    }

    private void strings(Dictionary dictionary) throws IOException {
        if (dictionary.strings() == 0) {
            return;
        }
        out.writeArrayFieldStart("strings");
        for (int place = 0; place < dictionary.strings(); place++) {
            out.writeString(dictionary.string(place));
        }
        out.writeEndArray();
    }

    private void subjects(Dictionary dictionary) throws IOException {
        if (dictionary.subjects() == 0) {
            return;
        }
        if (compact) {
            ByteBuffer bytes = ByteBuffer.allocate(dictionary.subjects() * Long.BYTES);
            for (int place = 0; place < dictionary.subjects(); place++) {
                bytes.putLong(dictionary.subject(place));
            }
            out.writeBinaryField("subjects", bytes.array());
            return;
        }
        out.writeArrayFieldStart("subjects");
        for (int place = 0; place < dictionary.subjects(); place++) {
            out.writeString(String.format("%016x", dictionary.subject(place)));
        }
        out.writeEndArray();
    }

    private void group(Table table) throws IOException {
        out.writeObjectFieldStart(table.key);
        for (int column = 0; column < table.columns.size(); column++) {
            column(table, column);
        }
        out.writeEndObject();
    }

    private void column(Table table, int number) throws IOException {
        Column column = table.columns.get(number);
        int rows = table.rows();
        long[] written = table.written(number);
        if (number != FrameLayout.TIME && isConstant(written, rows)) {
            if (column.required() || written[0] != column.fallback()) {
                out.writeNumberField(column.key(), written[0]);
            }
            return;
        }
        out.writeFieldName(column.key());
        if (compact) {
            buffer.clear();
            for (int row = 0; row < rows; row++) {
                buffer.add(written[row]);
            }
            out.writeBinary(buffer.bytes(), 0, buffer.length());
        } else {
            out.writeStartArray();
            for (int row = 0; row < rows; row++) {
                out.writeNumber(written[row]);
            }
            out.writeEndArray();
        }
    }

    private static boolean isConstant(long[] written, int rows) {
        for (int row = 1; row < rows; row++) {
            if (written[row] != written[0]) {
                return false;
            }
        }
        return true;
    }
}
