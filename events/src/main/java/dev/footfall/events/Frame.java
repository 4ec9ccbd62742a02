package dev.footfall.events;

import java.util.Arrays;
import java.util.List;

/**
 * Events of one store from one gateway, column by column, with pseudonyms in place of identifiers.
 *
 * <p>There are columns for every kind, those without events have no rows. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // places live in memory only
public final class Frame {
    private final FrameHeader header;
    private final Dictionary dictionary;
    private final Columns[] columns;

    /** A frame over the tables of all kinds in their order, which are not copied. */
    Frame(FrameHeader header, Dictionary dictionary, Table[] tables) {
        this.header = header;
        this.dictionary = dictionary;
        this.columns = Arrays.stream(tables).map(this::columns).toArray(Columns[]::new);
    }

    private Columns columns(Table table) {
        return switch (table.kind) {
            case DOOR -> new DoorColumns(table, dictionary);
            case TRACK, POSITION -> new ObservationColumns(table, dictionary);
            case SHELF -> new ShelfColumns(table, dictionary);
            case BEACON -> new BeaconColumns(table, dictionary);
            case RECEIPT -> new ReceiptColumns(table, dictionary);
            case TOUCHPOINT -> new TouchpointColumns(table, dictionary);
            case STATUS -> new StatusColumns(table, dictionary);
        };
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
        return Arrays.stream(columns).mapToInt(Columns::rows).sum();
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

    Dictionary dictionary() {
        return dictionary;
    }
}
