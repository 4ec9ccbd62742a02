package dev.footfall.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Reads a frame from a parser of CBOR or JSON, whatever the order of its keys; {@link CanonicalReader} is the short way for most of them.
 *
 * <p>Nothing is allocated by a length that the bytes only claim: the number of rows is the number of times that are there,
 * and what refers to a dictionary is checked against it when all has been read.
 */
@SuppressWarnings("EnumOrdinal") // places live in memory only
final class FrameReader {
    private final JsonParser in;
    private final HeadReader head = new HeadReader();
    private final Dictionary dictionary = new Dictionary();
    private final Table[] tables = FrameLayout.withoutRows();
    private Table tallies = FrameLayout.WITHOUT_TALLIES;

    FrameReader(JsonParser in) {
        this.in = in;
    }

    /** The head alone: stops as soon as it is complete. */
    FrameHead readHead() throws IOException, MalformedFrameException {
        expect(in.nextToken() == JsonToken.START_OBJECT, "not a map");
        while (!head.isComplete() && in.nextToken() != JsonToken.END_OBJECT) {
            String key = key();
            if (!head.take(key, in)) {
                in.skipChildren();
            }
        }
        return head.head();
    }

    Frame read() throws IOException, MalformedFrameException {
        expect(in.nextToken() == JsonToken.START_OBJECT, "not a map");
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = key();
            if (!head.take(key, in)) {
                readBody(key);
            }
        }
        expect(in.nextToken() == null, "something after the end");
        if (!(head.head() instanceof FrameHeader header)) {
            throw malformed("a tick, not a frame");
        }
        for (Table table : tables) {
            checkPlaces(table);
        }
        checkPlaces(tallies);
        return new Frame(header, dictionary, tables, tallies);
    }

    private void readBody(String key) throws IOException, MalformedFrameException {
        switch (key) {
            case "strings" -> readStrings();
            case "subjects" -> readSubjects();
            case FrameLayout.TALLIES_KEY -> tallies = readGroup(key, FrameLayout.TALLIES);
            default -> {
                Optional<Kind> kind = Kind.find(key);
                if (kind.isPresent()) {
                    tables[kind.get().ordinal()] = readGroup(key, FrameLayout.columns(kind.get()));
                } else {
                    in.skipChildren();
                }
            }
        }
    }

    private void readStrings() throws IOException, MalformedFrameException {
        expect(in.currentToken() == JsonToken.START_ARRAY, "strings must be an array");
        while (in.nextToken() != JsonToken.END_ARRAY) {
            expect(in.currentToken() == JsonToken.VALUE_STRING, "strings must be an array of strings");
            dictionary.appendString(in.getText());
        }
    }

    private void readSubjects() throws IOException, MalformedFrameException {
        if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT) {
            byte[] bytes = in.getBinaryValue();
            expect(bytes.length % Long.BYTES == 0, "subjects must be 8 bytes each");
            ByteBuffer values = ByteBuffer.wrap(bytes);
            while (values.hasRemaining()) {
                dictionary.appendSubject(values.getLong());
            }
            return;
        }
        expect(in.currentToken() == JsonToken.START_ARRAY, "subjects must be bytes or an array");
        while (in.nextToken() != JsonToken.END_ARRAY) {
            expect(in.currentToken() == JsonToken.VALUE_STRING, "subjects must be hexadecimal strings");
            dictionary.appendSubject(hexadecimal(in.getText()));
        }
    }

    private Table readGroup(String group, List<Column> columns) throws IOException, MalformedFrameException {
        expect(in.currentToken() == JsonToken.START_OBJECT, group + " must be a map");
        Map<String, long[]> lists = new HashMap<>();
        Map<String, Long> constants = new HashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = key();
            switch (in.currentToken()) {
                case VALUE_NUMBER_INT -> constants.put(key, in.getLongValue());
                case START_ARRAY -> lists.put(key, readArray(key));
                case VALUE_EMBEDDED_OBJECT -> lists.put(key, readVarints(key));
                default -> in.skipChildren();
            }
        }
        long[] times = lists.get(columns.get(FrameLayout.TIME).key());
        if (times == null) {
            throw malformed(group + " without a list of times");
        }
        long[][] values = new long[columns.size()][];
        for (int number = 0; number < values.length; number++) {
            Column column = columns.get(number);
            long[] list = lists.get(column.key());
            if (list == null) {
                list = new long[times.length];
                Arrays.fill(list, constant(column, constants));
            }
            expect(list.length == times.length, column.key() + " is not as long as the list of times");
            values[number] = decoded(column, list);
        }
        return new Table(group, columns, values);
    }

    private long[] readArray(String key) throws IOException, MalformedFrameException {
        LongStream.Builder values = LongStream.builder();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            expect(in.currentToken() == JsonToken.VALUE_NUMBER_INT, key + " must be integers");
            values.add(in.getLongValue());
        }
        return values.build().toArray();
    }

    private long[] readVarints(String key) throws IOException, MalformedFrameException {
        try {
            return Varints.readAll(in.getBinaryValue());
        } catch (IllegalArgumentException e) {
            throw malformed(key + ": " + e.getMessage());
        }
    }

    private long constant(Column column, Map<String, Long> constants) throws MalformedFrameException {
        Long constant = constants.get(column.key());
        if (constant != null) {
            return constant;
        }
        expect(!column.required(), "no column " + column.key());
        return column.fallback();
    }

    private long[] decoded(Column column, long[] list) throws MalformedFrameException {
        column.read(list);
        int row = column.firstNotAdmitted(list);
        if (row >= 0) {
            throw malformed(column.key() + " out of range: " + list[row]);
        }
        return list;
    }

    private void checkPlaces(Table table) throws MalformedFrameException {
        int dangling = dictionary.firstDangling(table);
        if (dangling >= 0) {
            throw malformed(table.columns.get(dangling).key() + " refers to what the dictionary does not have");
        }
    }

    private String key() throws IOException, MalformedFrameException {
        expect(in.currentToken() == JsonToken.FIELD_NAME, "not a map of string keys that ends");
        String key = in.currentName();
        expect(in.nextToken() != null, "ends after the key " + key);
        return key;
    }

    private long hexadecimal(String text) throws MalformedFrameException {
        try {
            return Long.parseUnsignedLong(text, 16);
        } catch (NumberFormatException e) {
            throw malformed("subjects must be up to 16 hexadecimal digits");
        }
    }

    private void expect(boolean condition, String otherwise) throws MalformedFrameException {
        if (!condition) {
            throw malformed(otherwise);
        }
    }

    private MalformedFrameException malformed(String detail) {
        return new MalformedFrameException(false, in.currentLocation().getByteOffset(), detail);
    }
}
