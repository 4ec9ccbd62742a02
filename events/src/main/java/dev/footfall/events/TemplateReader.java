package dev.footfall.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what most devices send most of the time, straight from the bytes: the kinds that come in masses, their fields in the documented order, and in them
 * nothing but identifiers, plain decimal numbers, and one space at most behind a comma or a colon. At any surprise it gives the message up, for
 * {@link EventJson} to read it as JSON: so it knows no faults, and whatever it does read is what the plain reader would have read, to the bit.
 *
 * <p>A number of at most 2^53 without its point is exact as a double, and so is a power of ten up to 10^22: their quotient is rounded once, hence rightly (Clinger,
 * How to Read Floating Point Numbers Accurately, 1990). Numbers of more digits are left to {@link Double#parseDouble}, and those that do not end within eight bytes are read digit by digit.
 *
 * <p>After a surprise nothing more is read, so that only the end of an event has to ask whether there was one. Belongs to one thread. A little longer than other files: five kinds of messages and the pieces they are made of, over one position in one array.
 */
final class TemplateReader {
    private static final byte[] NOTHING = {};
    private static final int MAX_DIGITS = 18;
    private static final long MAX_EXACT = 1L << 53;
    private static final double[] POWERS_OF_TEN = new double[MAX_DIGITS + 1];
    private static final long[] WHOLE_POWERS_OF_TEN = new long[MAX_DIGITS + 1];

    private static final Key TIME = first(Field.TIME);
    private static final Key IN = key(Field.IN);
    private static final Key OUT = key(Field.OUT);
    private static final Key TOTAL_IN = key(Field.TOTAL_IN);
    private static final Key TOTAL_OUT = key(Field.TOTAL_OUT);
    private static final Key PASSING = key(Field.PASSING);
    private static final Key SECONDS = key(Field.SECONDS);
    private static final Key ID = key(Field.ID);
    private static final Key ID_FIRST = first(Field.ID);
    private static final Key X = key(Field.X);
    private static final Key Y = key(Field.Y);
    private static final Key U = key(Field.U);
    private static final Key V = key(Field.V);
    private static final Key FLOOR = key(Field.FLOOR);
    private static final Key ROLE = key(Field.ROLE);
    private static final Key ZONE = key(Field.ZONE);
    private static final Key ENTERED = key(Field.ENTERED);
    private static final Key LEFT = key(Field.LEFT);
    private static final Key FACING = key(Field.FACING);
    private static final Key TAG = key(Field.TAG);
    private static final Key RSSI = key(Field.RSSI);
    private static final Key TX = key(Field.TX);
    private static final Key ACCURACY = key(Field.ACCURACY);
    private static final Literal CUSTOMER = Literal.of('"' + Field.word(Role.CUSTOMER) + '"');
    private static final Literal STAFF = Literal.of('"' + Field.word(Role.STAFF) + '"');

    static {
        POWERS_OF_TEN[0] = 1;
        WHOLE_POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
            WHOLE_POWERS_OF_TEN[i] = 10 * WHOLE_POWERS_OF_TEN[i - 1];
        }
    }

    private final KnownWords words = new KnownWords();
    private byte[] in = NOTHING;
    private int at;
    private boolean surprised;

    /** A field's name with what stands before it; {@code spaced} with one space in between. */
    private record Key(Literal tight, Literal spaced) {}

    private static Key first(Field field) {
        return key("{", field);
    }

    private static Key key(Field field) {
        return key(",", field);
    }

    private static Key key(String before, Field field) {
        String name = '"' + field.key + "\":";
        return new Key(Literal.of(before + name), Literal.of(before + ' ' + name));
    }

    /** The events of a payload; null when it has to be read otherwise. */
    @Nullable
    List<SensorEvent> find(Kind kind, byte[] payload) {
        in = payload;
        at = 0;
        surprised = false;
        try {
            return events(kind);
        } catch (OutOfRangeException e) {
            return null; // the plain reader says what is wrong
        } finally {
            in = NOTHING;
        }
    }

    private @Nullable List<SensorEvent> events(Kind kind) {
        boolean isArray = take('[');
        SensorEvent event = event(kind);
        if (event == null) {
            return null;
        }
        if (!isArray) {
            return at == in.length ? List.of(event) : null;
        }
        List<SensorEvent> events = new ArrayList<>(in.length / at + 1);
        events.add(event);
        while (take(',')) {
            take(' ');
            event = event(kind);
            if (event == null) {
                return null;
            }
            events.add(event);
        }
        return take(']') && at == in.length ? events : null;
    }

    private @Nullable SensorEvent event(Kind kind) {
        return switch (kind) {
            case DOOR -> door();
            case TRACK -> track();
            case SHELF -> shelf();
            case BEACON -> beacon();
            case POSITION -> position();
            case RECEIPT, TOUCHPOINT, STATUS -> null;
        };
    }

    private @Nullable SensorEvent track() {
        long timeMillis = whole(TIME);
        String id = text(ID);
        boolean isPoint = finds(X);
        double across = isPoint ? number() : number(U);
        double along = number(isPoint ? Y : V);
        String floor = finds(FLOOR) ? floor() : null;
        Role role = finds(ROLE) ? role() : Role.CUSTOMER;
        if (!ends()) {
            return null;
        }
        return isPoint
                ? new TrackPoint(timeMillis, id, across, along, floor, role)
                : new TrackPixel(timeMillis, id, across, along, floor, role);
    }

    private @Nullable SensorEvent position() {
        long timeMillis = whole(TIME);
        String tag = text(TAG);
        double x = number(X);
        double y = number(Y);
        String floor = finds(FLOOR) ? floor() : null;
        Double accuracy = finds(ACCURACY) ? (Double) number() : null;
        return ends() ? new Position(timeMillis, tag, x, y, floor, accuracy) : null;
    }

    private @Nullable SensorEvent beacon() {
        long timeMillis = whole(TIME);
        String tag = text(TAG);
        double rssi = number(RSSI);
        Double tx = finds(TX) ? (Double) number() : null;
        return ends() ? new BeaconPing(timeMillis, tag, rssi, tx) : null;
    }

    private @Nullable SensorEvent door() {
        long timeMillis = whole(TIME);
        boolean isTotals = finds(TOTAL_IN);
        long in = isTotals ? whole() : whole(IN);
        long out = whole(isTotals ? TOTAL_OUT : OUT);
        long passing = finds(PASSING) ? whole() : 0;
        long intervalMillis = finds(SECONDS) ? EventReader.intervalMillis(number()) : 0;
        if (!ends()) {
            return null;
        }
        return isTotals
                ? new DoorTotals(timeMillis, in, out, passing, intervalMillis)
                : new DoorCount(timeMillis, in, out, passing, intervalMillis);
    }

    private @Nullable SensorEvent shelf() {
        String id = finds(ID_FIRST) ? text() : surprise("");
        String zone = text(ZONE);
        long entered = whole(ENTERED);
        Long left = finds(LEFT) ? (Long) whole() : null;
        String facing = finds(FACING) ? text() : null;
        return ends() ? new ShelfStay(id, zone, entered, left, facing) : null;
    }

    private long whole(Key key) {
        return finds(key) ? whole() : surprise(0L);
    }

    private double number(Key key) {
        return finds(key) ? number() : surprise(0.0);
    }

    private String text(Key key) {
        return finds(key) ? text() : surprise("");
    }

    /** Whether a field of that name is next; then its value is. */
    private boolean finds(Key key) {
        boolean found = take(key.tight) || take(key.spaced);
        if (found) {
            take(' ');
        }
        return found;
    }

    private boolean take(char character) {
        boolean taken = at < in.length && in[at] == character;
        if (taken) {
            at++;
        }
        return taken;
    }

    private boolean take(Literal word) {
        boolean taken = word.isAt(in, at);
        if (taken) {
            at += word.length();
        }
        return taken;
    }

    /** Whether the event ends here, and nothing in it was a surprise. */
    private boolean ends() {
        return take('}') && !surprised;
    }

    private <T> T surprise(T nothing) {
        surprised = true;
        at = in.length;
        return nothing;
    }

    private long whole() {
        byte[] bytes = in;
        boolean negative = take('-');
        int from = at;
        int i = from;
        long value = 0;
        if (i + 2 * EightDigits.LENGTH <= bytes.length) {
            long eight = EightDigits.at(bytes, i);
            if (EightDigits.others(eight) == 0) {
                long more = EightDigits.at(bytes, i + EightDigits.LENGTH);
                int count = EightDigits.before(EightDigits.others(more));
                value = EightDigits.value(eight, EightDigits.LENGTH);
                i += EightDigits.LENGTH;
                if (count > 0) {
                    value = WHOLE_POWERS_OF_TEN[count] * value + EightDigits.value(more, count);
                    i += count;
                }
            }
        }
        for (; i < bytes.length && isDigit(bytes[i]); i++) {
            value = 10 * value + (bytes[i] - '0');
        }
        if (isNoWhole(from, i) || i - from > MAX_DIGITS) {
            return surprise(0L);
        }
        at = i;
        return negative ? -value : value;
    }

    private double number() {
        boolean negative = take('-');
        int from = at;
        int found = ShortDecimal.at(in, from);
        if (found != ShortDecimal.NONE) {
            at = from + ShortDecimal.length(found);
            double magnitude = ShortDecimal.digits(found) / POWERS_OF_TEN[ShortDecimal.decimals(found)];
            return negative ? -magnitude : magnitude;
        }
        return longNumber(from, negative);
    }

    private double longNumber(int from, boolean negative) {
        byte[] bytes = in;
        int i = from;
        long digits = 0;
        for (; i < bytes.length && isDigit(bytes[i]); i++) {
            digits = 10 * digits + (bytes[i] - '0');
        }
        if (isNoWhole(from, i)) {
            return surprise(0.0);
        }
        int point = i;
        if (i < bytes.length && bytes[i] == '.') {
            for (i++; i < bytes.length && isDigit(bytes[i]); i++) {
                digits = 10 * digits + (bytes[i] - '0');
            }
        }
        int decimals = i - point - 1;
        int wholes = bytes[from] == '0' ? 0 : point - from;
        if (decimals == 0 || wholes + Math.max(0, decimals) > MAX_DIGITS) {
            return surprise(0.0);
        }
        at = i;
        if (decimals < 0) {
            return (double) (negative ? -digits : digits);
        }
        if (digits > MAX_EXACT) {
            double magnitude = Double.parseDouble(new String(bytes, from, i - from, StandardCharsets.ISO_8859_1));
            return negative ? -magnitude : magnitude;
        }
        double magnitude = digits / POWERS_OF_TEN[decimals];
        return negative ? -magnitude : magnitude;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /** Whether there are no digits, or a zero before them. */
    private boolean isNoWhole(int from, int to) {
        return to == from || (in[from] == '0' && to > from + 1);
    }

    private String text() {
        byte[] bytes = in;
        int quote = at;
        long key = KnownWords.shortKey(bytes, quote + 1);
        String known = words.findShort(key);
        if (known != null && bytes[quote] == '"') {
            at = quote + 1 + KnownWords.lengthOfShort(key);
            return known;
        }
        return letterByLetter(quote);
    }

    private String letterByLetter(int quote) {
        byte[] bytes = in;
        int i = quote + 1;
        int hash = 0;
        for (; i < bytes.length && Identifiers.isAllowed(bytes[i] & 0xFF); i++) {
            hash = 31 * hash + bytes[i];
        }
        int length = i - quote - 1;
        if (i >= bytes.length
                || bytes[quote] != '"'
                || bytes[i] != '"'
                || length == 0
                || length > Identifiers.MAX_LENGTH) {
            return surprise("");
        }
        at = i + 1;
        return words.word(bytes, quote + 1, length, hash);
    }

    private String floor() {
        if (at < in.length && in[at] == '"') {
            return text();
        }
        long number = whole();
        return Math.abs(number) <= Ranges.MAX_FLOOR ? Long.toString(number) : surprise("");
    }

    private Role role() {
        if (take(CUSTOMER)) {
            return Role.CUSTOMER;
        }
        return take(STAFF) ? Role.STAFF : surprise(Role.CUSTOMER);
    }
}
