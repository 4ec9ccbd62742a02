package dev.footfall.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames and ticks in CBOR straight from the bytes, if they are as {@link FrameWriter} writes them: all keys in its order, texts in ASCII, nothing else
 * beside. At any surprise it gives the bytes up, for {@link FrameReader}: so it knows no faults, and whatever it does read is what that one would have read.
 */
final class CanonicalReader {
    /** Bytes that begin a map and an array, which end with the third. */
    private static final byte MAP = (byte) 0xBF;

    private static final byte ARRAY = (byte) 0x9F;
    private static final byte BREAK = (byte) 0xFF;

    /** The upper three bits of what begins an integer, one below 0, bytes, a text. */
    private static final int NEGATIVE = 1;

    private static final int BYTES = 2;
    private static final int TEXT = 3;

    /** The other five: so much, or it follows in one, two, four or eight bytes. */
    private static final int LEAST_THAT_FOLLOWS = 24;

    private static final int MOST_THAT_FOLLOWS = 27;

    private static final byte[] VERSION = literal("v", FrameLayout.VERSION);
    private static final byte[] STORE = literal("store");
    private static final byte[] GATEWAY = literal("gateway");
    private static final byte[] EPOCH = literal("epoch");
    private static final byte[] SEQ = literal("seq");
    private static final byte[] NEXT = literal("next");
    private static final byte[] OLDEST = literal("oldest");
    private static final byte[] WATERMARK = literal("watermark");
    private static final byte[] STRINGS = literal("strings");
    private static final byte[] SUBJECTS = literal("subjects");
    private static final Group[] KINDS = Arrays.stream(Kind.values())
            .map(kind -> Group.of(kind.topicName(), FrameLayout.columns(kind)))
            .toArray(Group[]::new);
    private static final Group TALLIES = Group.of(FrameLayout.TALLIES_KEY, FrameLayout.TALLIES);

    /** The columns of a kind or of the tallies, and how its key and theirs look. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Group(String name, byte[] key, List<Column> columns, byte[][] keys) {
        static Group of(String name, List<Column> columns) {
            return new Group(
                    name,
                    literal(name),
                    columns,
                    columns.stream().map(column -> literal(column.key())).toArray(byte[][]::new));
        }
    }

    /** Tells those who read that the bytes have to be read otherwise; costs next to nothing, for it does not say where it was thrown. */
    private static final class Surprise extends Exception {
        private static final long serialVersionUID = 1L;

        private Surprise() {
            super(null, null, false, false);
        }
    }

    private final byte[] in;
    private int at;

    private CanonicalReader(byte[] in) {
        this.in = in;
    }

    /** The head that bytes begin with; null when it has to be read otherwise. */
    static @Nullable FrameHead findHead(byte[] bytes) {
        try {
            return new CanonicalReader(bytes).head();
        } catch (Surprise | IllegalArgumentException otherwise) {
            return null;
        }
    }

    /** Where the body of a frame begins, behind its head; below 0 when that has to be read otherwise, or there is none. */
    static int bodyAt(byte[] bytes) {
        CanonicalReader reader = new CanonicalReader(bytes);
        try {
            return reader.head() instanceof FrameHeader ? reader.at : -1;
        } catch (Surprise | IllegalArgumentException otherwise) {
            return -1;
        }
    }

    /** The frame; null when the bytes have to be read otherwise, or are a tick. */
    static @Nullable Frame findFrame(byte[] bytes) {
        try {
            return new CanonicalReader(bytes).frame();
        } catch (Surprise | IllegalArgumentException otherwise) {
            return null;
        }
    }

    private FrameHead head() throws Surprise {
        expect(MAP);
        expect(VERSION);
        expect(STORE);
        String store = text();
        expect(GATEWAY);
        String gateway = text();
        expect(EPOCH);
        String epoch = text();
        boolean isFrame = passes(SEQ);
        if (!isFrame) {
            expect(NEXT);
        }
        long number = number();
        expect(OLDEST);
        long oldest = number();
        expect(WATERMARK);
        long watermarkMillis = number();
        return isFrame
                ? new FrameHeader(store, gateway, epoch, number, oldest, watermarkMillis)
                : new Tick(store, gateway, epoch, number, oldest, watermarkMillis);
    }

    private Frame frame() throws Surprise {
        if (!(head() instanceof FrameHeader header)) {
            throw new Surprise();
        }
        Dictionary dictionary = new Dictionary();
        if (passes(STRINGS)) {
            expect(ARRAY);
            while (!passes(BREAK)) {
                dictionary.appendString(text());
            }
        }
        if (passes(SUBJECTS)) {
            subjects(dictionary);
        }
        Table[] tables = FrameLayout.withoutRows();
        for (int kind = 0; kind < tables.length; kind++) {
            if (passes(KINDS[kind].key)) {
                tables[kind] = table(KINDS[kind], dictionary);
            }
        }
        Table tallies = passes(TALLIES.key) ? table(TALLIES, dictionary) : FrameLayout.WITHOUT_TALLIES;
        expect(BREAK);
        check(at == in.length);
        return new Frame(header, dictionary, tables, tallies);
    }

    private void subjects(Dictionary dictionary) throws Surprise {
        int length = lengthOf(BYTES);
        check(length % Long.BYTES == 0);
        for (int end = at + length; at < end; ) {
            dictionary.appendSubject(bigEndian(Long.BYTES));
        }
    }

    private Table table(Group group, Dictionary dictionary) throws Surprise {
        expect(MAP);
        expect(group.keys[FrameLayout.TIME]);
        long[][] values = new long[group.keys.length][];
        values[FrameLayout.TIME] = list();
        int rows = values[FrameLayout.TIME].length;
        for (int number = 0; number < values.length; number++) {
            Column column = group.columns.get(number);
            if (number != FrameLayout.TIME) {
                values[number] = passes(group.keys[number]) ? listOrConstant(rows) : without(column, rows);
            }
            column.read(values[number]);
            check(column.firstNotAdmitted(values[number]) < 0);
        }
        expect(BREAK);
        Table table = new Table(group.name, group.columns, values);
        check(dictionary.firstDangling(table) < 0);
        return table;
    }

    private long[] listOrConstant(int rows) throws Surprise {
        check(at < in.length);
        if (major(in[at]) != BYTES) {
            return constant(number(), rows);
        }
        long[] list = list();
        check(list.length == rows);
        return list;
    }

    private static long[] without(Column column, int rows) throws Surprise {
        check(!column.required());
        return constant(column.fallback(), rows);
    }

    private static long[] constant(long value, int rows) {
        long[] list = new long[rows];
        if (value != 0) {
            Arrays.fill(list, value);
        }
        return list;
    }

    private long[] list() throws Surprise {
        int length = lengthOf(BYTES);
        at += length;
        return Varints.readAll(in, at - length, at);
    }

    private String text() throws Surprise {
        int length = lengthOf(TEXT);
        for (int i = at; i < at + length; i++) {
            check(in[i] >= 0);
        }
        String text = new String(in, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }

    private long number() throws Surprise {
        check(at < in.length);
        int first = in[at++];
        check(major(first) <= NEGATIVE);
        long size = argument(first);
        return major(first) == NEGATIVE ? ~size : size;
    }

    /** How long what begins here is; it is there as a whole. */
    private int lengthOf(int major) throws Surprise {
        check(at < in.length);
        int first = in[at++];
        check(major(first) == major);
        long length = argument(first);
        check(length <= in.length - at);
        return (int) length;
    }

    private static int major(int first) {
        return (first & 0xFF) >> 5;
    }

    private long argument(int first) throws Surprise {
        int said = first & 0x1F;
        if (said < LEAST_THAT_FOLLOWS) {
            return said;
        }
        check(said <= MOST_THAT_FOLLOWS);
        long value = bigEndian(1 << (said - LEAST_THAT_FOLLOWS));
        check(value >= 0);
        return value;
    }

    private long bigEndian(int bytes) throws Surprise {
        check(bytes <= in.length - at);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << Byte.SIZE) | (in[at++] & 0xFF);
        }
        return value;
    }

    private void expect(byte wanted) throws Surprise {
        check(passes(wanted));
    }

    private void expect(byte[] wanted) throws Surprise {
        check(passes(wanted));
    }

    private boolean passes(byte wanted) {
        boolean is = at < in.length && in[at] == wanted;
        at += is ? 1 : 0;
        return is;
    }

    private boolean passes(byte[] wanted) {
        int end = at + wanted.length;
        boolean is = end <= in.length && Arrays.equals(in, at, end, wanted, 0, wanted.length);
        at = is ? end : at;
        return is;
    }

    private static void check(boolean asUsual) throws Surprise {
        if (!asUsual) {
            throw new Surprise();
        }
    }

    /** A text of less than 24 ASCII characters, and what follows it. */
    private static byte[] literal(String text, int... following) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[1 + ascii.length + following.length];
        bytes[0] = (byte) ((TEXT << 5) | ascii.length);
        System.arraycopy(ascii, 0, bytes, 1, ascii.length);
        for (int i = 0; i < following.length; i++) {
            bytes[1 + ascii.length + i] = (byte) following[i];
        }
        return bytes;
    }
}
