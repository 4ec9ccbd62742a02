package dev.footfall.events;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the events of a frame in order of arrival; after {@link #encode} it is empty and ready for the next one.
 *
 * <p>Times are ms since the epoch, positions millimetres in the store frame, subjects pseudonyms (0 for none). A row with a
 * value that its column does not admit is refused with an {@link OutOfRangeException} and leaves no trace. Not thread safe.
 *
 * <p>A little longer than other files: each kind has its row, and all share the columns' bookkeeping.
 */
@SuppressWarnings("EnumOrdinal") // the numbers of channels and states are said at their enums
public final class FrameBuilder {
    /** More than what any single row can add to {@link #sizeEstimate}. */
    public static final int MAX_ROW_BYTES = 1024;

    private static final FrameHeader NO_HEADER =
            new FrameHeader("none", "none", "none", 0, 0, SensorEvent.EARLIEST_MILLIS);
    private static final int HEADER_BYTES = 512;
    private static final int SUBJECT_BYTES = Long.BYTES;
    private static final int STRING_OVERHEAD_BYTES = 3;
    private static final int COLUMN_OVERHEAD_BYTES = 7;

    private final GrowingDictionary dictionary = new GrowingDictionary();
    private final Table[] tables = FrameLayout.tables();
    private final Table tallies = FrameLayout.tallies();
    private final int[] marked = new int[tables.length];
    private int markedTallies;
    private int rows;
    private int size = HEADER_BYTES;
    private long shiftMillis;

    /** The row being filled, and its next column. */
    private Table table = tallies;

    private int row;
    private int column;
    private int rowsBefore;

    /** Says that in the events added from now on, so much was added to the times that their device said; 0 at first. */
    public void shiftedBy(long millis) {
        shiftMillis = millis;
    }

    public void addDoor(DoorCount event, String device) {
        door(event.timeMillis(), device, event.in(), event.out(), event.passing(), event.intervalMillis(), false);
    }

    public void addDoor(DoorTotals event, String device) {
        door(
                event.timeMillis(),
                device,
                event.totalIn(),
                event.totalOut(),
                event.passing(),
                event.intervalMillis(),
                true);
    }

    private void door(
            long timeMillis, String device, long in, long out, long passing, long intervalMillis, boolean totals) {
        begin(Kind.DOOR, timeMillis, device);
        put(in);
        put(out);
        put(passing);
        put(intervalMillis);
        put(totals);
    }

    public void addTrack(
            long timeMillis,
            String device,
            long subject,
            String floor,
            int xMillimetres,
            int yMillimetres,
            boolean staff) {
        begin(Kind.TRACK, timeMillis, device);
        putSubject(subject);
        put(floor);
        put(xMillimetres);
        put(yMillimetres);
        put(staff);
    }

    /** {@code accuracyMillimetres} is -1 where not said. */
    public void addPosition(
            long timeMillis,
            String device,
            long subject,
            String floor,
            int xMillimetres,
            int yMillimetres,
            int accuracyMillimetres) {
        begin(Kind.POSITION, timeMillis, device);
        putSubject(subject);
        put(floor);
        put(xMillimetres);
        put(yMillimetres);
        put(accuracyMillimetres);
    }

    /** Adds a stay that began and ended in one store day. */
    public void addShelf(ShelfStay event, String device, long subject) {
        addShelf(event, device, subject, subject);
    }

    /**
     * Adds a stay.
     *
     * @param subject pseudonym under the store day in which the stay ended
     * @param enteredSubject pseudonym of the same person under the store day in which it began
     */
    public void addShelf(ShelfStay event, String device, long subject, long enteredSubject) {
        Long left = event.leftMillis();
        begin(Kind.SHELF, event.enteredMillis(), device);
        putSubject(subject);
        put(event.zone());
        put(left == null ? -1 : left - event.enteredMillis());
        put(event.facing());
        putSubject(enteredSubject == subject ? 0 : enteredSubject);
    }

    public void addBeacon(BeaconPing event, String device, long subject) {
        begin(Kind.BEACON, event.timeMillis(), device);
        putSubject(subject);
        put(Math.round(event.rssiDbm() * 100));
        putScaled(event.txDbm(), 100, FrameLayout.NOT_SAID);
    }

    public void addReceipt(Receipt event, String device, long subject) {
        Long items = event.items();
        Boolean member = event.member();
        begin(Kind.RECEIPT, event.timeMillis(), device);
        putSubject(subject);
        put(event.till());
        put(event.channel().ordinal());
        put(items == null ? -1 : items);
        putScaled(event.amount(), 1000, Long.MIN_VALUE);
        put(member == null ? -1 : member ? 1 : 0);
    }

    public void addTouchpoint(Touchpoint event, String device, long subject) {
        begin(Kind.TOUCHPOINT, event.timeMillis(), device);
        putSubject(subject);
        put(event.channel());
        put(event.campaign());
        put(event.zone());
        putScaled(event.latitude(), 1e7, FrameLayout.NOT_SAID);
        putScaled(event.longitude(), 1e7, FrameLayout.NOT_SAID);
    }

    public void addStatus(DeviceStatus event, String device) {
        begin(Kind.STATUS, event.timeMillis(), device);
        put(event.state().ordinal());
        putScaled(event.battery(), 10, -1);
        put(event.firmware());
    }

    /** Adds what came of a device. */
    public void addTally(DeviceTally tally) {
        Long skewMillis = tally.skewMillis();
        begin(tallies);
        put(tally.timeMillis());
        put(tally.device());
        put(tally.timeMillis() - tally.heardMillis());
        put(tally.events());
        put(tally.rejected());
        put(skewMillis == null ? FrameLayout.NO_SKEW : skewMillis);
        put(tally.state() == DeviceState.OFFLINE);
    }

    /** Adds all rows of a frame, in their order of arrival, and its tallies; what it held when it was built gives the same bytes again. */
    public void add(Frame frame) {
        add(frame, new int[tables.length], 0);
    }

    /** Adds what came to another builder since its last {@link #mark}, likewise. */
    public void addSinceMark(FrameBuilder other) {
        add(
                new Frame(NO_HEADER, other.dictionary, other.tables, other.tallies),
                other.marked.clone(),
                other.markedTallies);
    }

    private void add(Frame frame, int[] next, int nextTally) {
        List<Columns> groups = frame.columns();
        int left = frame.rows() - Arrays.stream(next).sum();
        for (; left > 0; left--) {
            int first = -1;
            for (int i = 0; i < next.length; i++) {
                if (next[i] < groups.get(i).rows()
                        && (first < 0 || index(groups, i, next) < index(groups, first, next))) {
                    first = i;
                }
            }
            add(groups.get(first), next[first]++);
        }
        frame.tallies().stream().skip(nextTally).forEach(this::addTally);
    }

    /** Remembers what there is now. */
    public void mark() {
        for (int i = 0; i < marked.length; i++) {
            marked[i] = tables[i].rows();
        }
        markedTallies = tallies.rows();
    }

    /** The number of events and tallies since the last {@link #mark}. */
    public int sinceMark() {
        return rows - Arrays.stream(marked).sum() + tallies.rows() - markedTallies;
    }

    private static int index(List<Columns> groups, int group, int[] next) {
        return groups.get(group).index(next[group]);
    }

    private void add(Columns from, int row) {
        long usual = shiftMillis;
        shiftMillis = from.shiftMillis(row);
        begin(from.kind(), from.get(FrameLayout.TIME, row), from.device(row));
        shiftMillis = usual;
        for (int i = FrameLayout.DEVICE + 1; i < from.table.columns.size() - 1; i++) {
            long value = from.get(i, row);
            switch (from.table.columns.get(i).coding()) {
                case SUBJECT -> putSubject(from.dictionary.subject(value));
                case IDENTIFIER, TEXT -> put(value < 0 ? null : from.dictionary.string(value));
                case PLAIN, DELTA, STEP -> put(value);
            }
        }
    }

    /** The number of events so far. */
    public int rows() {
        return rows;
    }

    /** The number of tallies so far. */
    public int tallies() {
        return tallies.rows();
    }

    /** Whether there is neither an event nor a tally. */
    public boolean isEmpty() {
        return rows == 0 && tallies.rows() == 0;
    }

    /** A bound of the encoded size in bytes, somewhat above it. */
    public int sizeEstimate() {
        return size;
    }

    /** The frame with that header as CBOR; the builder is empty afterwards. */
    public byte[] encode(FrameHeader header) {
        byte[] bytes = FrameWriter.cbor(new Frame(header, dictionary, tables, tallies));
        clear();
        return bytes;
    }

    /** Forgets all rows. */
    public void clear() {
        dictionary.clear();
        for (Table each : tables) {
            each.clear();
        }
        tallies.clear();
        rows = 0;
        size = HEADER_BYTES;
        mark();
    }

    private void begin(Kind kind, long timeMillis, String device) {
        begin(tables[kind.ordinal()]);
        column = table.columns.size() - 1;
        put(shiftMillis);
        column = FrameLayout.TIME;
        put(timeMillis);
        put(rows++);
        put(device);
    }

    private void begin(Table group) {
        table = group;
        rowsBefore = rows;
        row = table.addRow();
        column = 0;
        if (row == 0) {
            size += table.key.length() + COLUMN_OVERHEAD_BYTES;
            for (Column each : table.columns) {
                size += each.key().length() + COLUMN_OVERHEAD_BYTES;
            }
        }
    }

    private void put(long value) {
        if (!table.admits(column, value)) {
            throw refused(value);
        }
        size += Varints.length(table.set(column, row, value));
        column++;
    }

    private OutOfRangeException refused(long value) {
        table.removeLastRow();
        rows = rowsBefore;
        Column definition = table.columns.get(column);
        return new OutOfRangeException(definition.key(), value, "from " + definition.min() + " to " + definition.max());
    }

    private void put(boolean value) {
        put(value ? 1 : 0);
    }

    private void put(@Nullable String value) {
        int known = dictionary.strings();
        put(value == null ? -1 : dictionary.place(value));
        if (value != null && dictionary.strings() > known) {
            size += value.length() + STRING_OVERHEAD_BYTES;
        }
    }

    private void putSubject(long subject) {
        int known = dictionary.subjects();
        put(subject == 0 ? -1 : dictionary.place(subject));
        size += (dictionary.subjects() - known) * SUBJECT_BYTES;
    }

    private void putScaled(@Nullable Double value, double scale, long notSaid) {
        put(value == null ? notSaid : Math.round(value * scale));
    }
}
