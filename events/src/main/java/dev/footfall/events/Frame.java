package dev.footfall.events;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Events of one store from one gateway, column by column, with pseudonyms in place of identifiers; and, now and then, what came of its devices.
 *
 * <p>There are columns for every kind, those without events have no rows. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // places live in memory only
public final class Frame {
    /** Most frames are of one kind, and have these of all others. */
    private static final Columns[] NONE = none();

    private final FrameHeader header;
    private final Dictionary dictionary;
    private final Columns[] columns;
    private final Table tallies;

    /** A frame over the tables of all kinds in their order, and of the tallies, which are not copied. */
    Frame(FrameHeader header, Dictionary dictionary, Table[] tables, Table tallies) {
        this.header = header;
        this.dictionary = dictionary;
        this.columns = NONE.clone();
        for (int kind = 0; kind < tables.length; kind++) {
            if (tables[kind].rows() > 0) {
                columns[kind] = columns(columns[kind].kind(), tables[kind], dictionary);
            }
        }
        this.tallies = tallies;
    }

    private static Columns[] none() {
        Table[] tables = FrameLayout.withoutRows();
        Dictionary nothing = new Dictionary();
        return Arrays.stream(Kind.values())
                .map(kind -> columns(kind, tables[kind.ordinal()], nothing))
                .toArray(Columns[]::new);
    }

    private static Columns columns(Kind kind, Table table, Dictionary dictionary) {
        return switch (kind) {
            case DOOR -> new DoorColumns(table, dictionary);
            case TRACK, POSITION -> new ObservationColumns(kind, table, dictionary);
            case SHELF -> new ShelfColumns(table, dictionary);
            case BEACON -> new BeaconColumns(table, dictionary);
            case RECEIPT -> new ReceiptColumns(table, dictionary);
            case TOUCHPOINT -> new TouchpointColumns(table, dictionary);
            case STATUS -> new StatusColumns(table, dictionary);
        };
    }

    /** The same events under another header. */
    Frame under(FrameHeader other) {
        return new Frame(other, this);
    }

    private Frame(FrameHeader header, Frame body) {
        this.header = header;
        this.dictionary = body.dictionary;
        this.columns = body.columns;
        this.tallies = body.tallies;
    }

    public FrameHeader header() {
        return header;
    }

    /** The columns of all kinds, in the order of kinds. */
    public List<Columns> columns() {
        return List.of(columns);
    }

    /** The number of events of all kinds. */
    public int rows() {
        int rows = 0;
        for (Columns each : columns) {
            rows += each.rows();
        }
        return rows;
    }

    public DoorColumns door() {
        return (DoorColumns) columns[Kind.DOOR.ordinal()];
    }

    public ObservationColumns track() {
        return (ObservationColumns) columns[Kind.TRACK.ordinal()];
    }

    public ShelfColumns shelf() {
        return (ShelfColumns) columns[Kind.SHELF.ordinal()];
    }

    public BeaconColumns beacon() {
        return (BeaconColumns) columns[Kind.BEACON.ordinal()];
    }

    public ObservationColumns position() {
        return (ObservationColumns) columns[Kind.POSITION.ordinal()];
    }

    public ReceiptColumns receipt() {
        return (ReceiptColumns) columns[Kind.RECEIPT.ordinal()];
    }

    public TouchpointColumns touchpoint() {
        return (TouchpointColumns) columns[Kind.TOUCHPOINT.ordinal()];
    }

    public StatusColumns status() {
        return (StatusColumns) columns[Kind.STATUS.ordinal()];
    }

    /** What came of devices since the tallies before, in the order written; mostly none. */
    public List<DeviceTally> tallies() {
        return tallies.rows() == 0
                ? List.of()
                : IntStream.range(0, tallies.rows()).mapToObj(this::tally).toList();
    }

    private DeviceTally tally(int row) {
        long timeMillis = tallies.get(FrameLayout.TIME, row);
        long skew = tallies.get(FrameLayout.TALLY_SKEW, row);
        return new DeviceTally(
                dictionary.string(tallies.get(FrameLayout.TALLY_DEVICE, row)),
                timeMillis,
                Math.max(Ranges.MIN_TIME_MILLIS, timeMillis - tallies.get(FrameLayout.TALLY_HEARD, row)),
                tallies.get(FrameLayout.TALLY_EVENTS, row),
                tallies.get(FrameLayout.TALLY_REJECTED, row),
                skew == FrameLayout.NO_SKEW ? null : skew,
                tallies.get(FrameLayout.TALLY_OFFLINE, row) == 0 ? DeviceState.ONLINE : DeviceState.OFFLINE);
    }

    Table tallyTable() {
        return tallies;
    }

    Dictionary dictionary() {
        return dictionary;
    }
}
