package dev.footfall.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one message, read from a parser into slots that are used again for the next. */
@SuppressWarnings("EnumOrdinal") // slots live in memory only
final class EventFields {
    static final int MAX_DEPTH = 32;

    /** The largest number up to which every whole double is exact. */
    private static final double MAX_EXACT = 1L << 53;

    private static final Field[] FIELDS = Field.values();

    private final long[] wholes = new long[FIELDS.length];
    private final double[] numbers = new double[FIELDS.length];
    private final @Nullable String[] texts = new @Nullable String[FIELDS.length];
    private long present;

    /** Reads the object whose start the parser stands on. */
    void read(Map<String, Field> known, JsonParser in) throws IOException, MalformedEventException {
        present = 0;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken token = in.nextToken();
            Field field = known.get(name);
            if (field != null) {
                readField(field, token, in);
            } else {
                skip(in);
            }
        }
    }

    private void readField(Field field, JsonToken token, JsonParser in) throws IOException, MalformedEventException {
        int slot = field.ordinal();
        boolean read =
                switch (field.type) {
                    case TIME -> readTime(slot, token, in);
                    case WHOLE -> readWhole(slot, token, in);
                    case NUMBER -> readNumber(slot, token, in);
                    case TEXT -> readText(slot, token, in);
                    case FLOOR -> readFloor(slot, token, in);
                    case FLAG -> readFlag(slot, token);
                };
        if (!read) {
            skip(in);
            throw new MalformedEventException(
                    Reason.WRONG_TYPE, field.key + " is " + describe(token) + ", must be " + field.type.description);
        }
        present |= 1L << slot;
    }

    private boolean readTime(int slot, JsonToken token, JsonParser in) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            return readWhole(slot, token, in);
        }
        wholes[slot] = Rfc3339.parseMillis(FIELDS[slot].key, in.getText());
        return true;
    }

    private boolean readWhole(int slot, JsonToken token, JsonParser in) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw new OutOfRangeException(FIELDS[slot].key, "a number of more than 64 bits", "smaller");
            }
            wholes[slot] = in.getLongValue();
            return true;
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = in.getDoubleValue();
            wholes[slot] = (long) value;
            return value == Math.rint(value) && Math.abs(value) <= MAX_EXACT;
        }
        return false;
    }

    private boolean readNumber(int slot, JsonToken token, JsonParser in) throws IOException {
        boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
        if (number) {
            numbers[slot] = in.getDoubleValue();
        }
        return number;
    }

    private boolean readText(int slot, JsonToken token, JsonParser in) throws IOException {
        boolean text = token == JsonToken.VALUE_STRING;
        if (text) {
            texts[slot] = in.getText();
        }
        return text;
    }

    private boolean readFloor(int slot, JsonToken token, JsonParser in) throws IOException {
        if (readText(slot, token, in)) {
            return true;
        }
        boolean whole = readWhole(slot, token, in);
        if (whole) {
            Ranges.number(FIELDS[slot].key, (double) wholes[slot], -Ranges.MAX_FLOOR, Ranges.MAX_FLOOR);
            texts[slot] = Long.toString(wholes[slot]);
        }
        return whole;
    }

    private boolean readFlag(int slot, JsonToken token) {
        wholes[slot] = token == JsonToken.VALUE_TRUE ? 1 : 0;
        return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
    }

    /** Passes over the value that the parser stands on, if it is not nested too deep. */
    static void skip(JsonParser in) throws IOException, MalformedEventException {
        int depth = 0;
        JsonToken token = in.currentToken();
        while (token != null) {
            if (token.isStructStart() && ++depth > MAX_DEPTH) {
                throw new MalformedEventException(Reason.TOO_DEEP, "nested deeper than " + MAX_DEPTH);
            }
            if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
            token = in.nextToken();
        }
    }

    boolean has(Field field) {
        return (present & 1L << field.ordinal()) != 0;
    }

    long whole(Field field) throws MalformedEventException {
        return wholes[slot(field)];
    }

    long wholeOr(Field field, long otherwise) {
        return has(field) ? wholes[field.ordinal()] : otherwise;
    }

    @Nullable
    Long findWhole(Field field) {
        return has(field) ? (Long) wholes[field.ordinal()] : null;
    }

    double number(Field field) throws MalformedEventException {
        return numbers[slot(field)];
    }

    @Nullable
    Double findNumber(Field field) {
        return has(field) ? (Double) numbers[field.ordinal()] : null;
    }

    String text(Field field) throws MalformedEventException {
        String text = texts[slot(field)];
        if (text == null) {
            throw new IllegalStateException(field + " is no text");
        }
        return text;
    }

    @Nullable
    String findText(Field field) {
        return has(field) ? texts[field.ordinal()] : null;
    }

    @Nullable
    Boolean findFlag(Field field) {
        return has(field) ? (Boolean) (wholes[field.ordinal()] == 1) : null;
    }

    private int slot(Field field) throws MalformedEventException {
        if (!has(field)) {
            throw new MalformedEventException(Reason.MISSING_FIELD, field.key + " is missing");
        }
        return field.ordinal();
    }

    static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a whole number";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "null";
        };
    }
}
