package dev.footfall.events;

import dev.footfall.events.Column.Coding;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The columns of each kind, in the order in which {@link Columns} holds and {@link FrameWriter} writes them. */
final class FrameLayout {
    static final int VERSION = 1;

    /** The value of a number that the device did not say. */
    static final long NOT_SAID = Integer.MIN_VALUE;

    /** Places of the columns that every group has, and of the subject where a group has one. */
    static final int TIME = 0;

    static final int INDEX = 1;
    static final int DEVICE = 2;
    static final int SUBJECT = 3;

    /** The key of the group of tallies, which are no events. */
    static final String TALLIES_KEY = "devices";

    /** Places of the columns of a tally. */
    static final int TALLY_DEVICE = 1;

    static final int TALLY_HEARD = 2;
    static final int TALLY_EVENTS = 3;
    static final int TALLY_REJECTED = 4;
    static final int TALLY_SKEW = 5;
    static final int TALLY_OFFLINE = 6;

    /** A skew that nothing was heard to tell by. */
    static final long NO_SKEW = Long.MIN_VALUE;

    private static final long LONGEST_MILLIS = Ranges.MAX_TIME_MILLIS - Ranges.MIN_TIME_MILLIS;
    private static final long MAX_MILLIMETRES = (long) (Ranges.MAX_METRES * 1000);

    private static final Column INDEX_COLUMN = Column.optional("index", Coding.STEP, 0, Integer.MAX_VALUE, 0);
    private static final Column DEVICE_COLUMN = Column.required("device", Coding.IDENTIFIER, 0, Integer.MAX_VALUE);
    private static final Column SUBJECT_COLUMN = Column.required("subject", Coding.SUBJECT, 0, Integer.MAX_VALUE);
    private static final Column NO_SUBJECT_COLUMN =
            Column.optional("subject", Coding.SUBJECT, 0, Integer.MAX_VALUE, -1);
    /** The last of every kind: how much was added to the times that the device said. */
    private static final Column SHIFT_COLUMN = optional("shift", -LONGEST_MILLIS, LONGEST_MILLIS, 0);

    /** The columns of the tallies, after the time: how long before it the device was heard, counts, its clock, whether it is there. */
    static final List<Column> TALLIES = List.of(
            time("time"),
            DEVICE_COLUMN,
            optional("heard", 0, LONGEST_MILLIS, 0),
            optional("events", 0, Integer.MAX_VALUE, 0),
            optional("rejected", 0, Integer.MAX_VALUE, 0),
            optional("skew", -LONGEST_MILLIS, LONGEST_MILLIS, NO_SKEW),
            optional("offline", 0, 1, 0));

    private static final Map<Kind, List<Column>> COLUMNS = new EnumMap<>(Map.of(
            Kind.DOOR,
            List.of(
                    time("time"),
                    INDEX_COLUMN,
                    DEVICE_COLUMN,
                    number("in", 0, Ranges.MAX_COUNT),
                    number("out", 0, Ranges.MAX_COUNT),
                    optional("passing", 0, Ranges.MAX_COUNT, 0),
                    optional("interval", 0, Ranges.MAX_INTERVAL_MILLIS, 0),
                    optional("totals", 0, 1, 0),
                    SHIFT_COLUMN),
            Kind.TRACK,
            List.of(
                    time("time"),
                    INDEX_COLUMN,
                    DEVICE_COLUMN,
                    SUBJECT_COLUMN,
                    identifier("floor"),
                    number("x", -MAX_MILLIMETRES, MAX_MILLIMETRES),
                    number("y", -MAX_MILLIMETRES, MAX_MILLIMETRES),
                    optional("staff", 0, 1, 0),
                    SHIFT_COLUMN),
            Kind.SHELF,
            List.of(
                    time("entered"),
                    INDEX_COLUMN,
                    DEVICE_COLUMN,
                    SUBJECT_COLUMN,
                    identifier("zone"),
                    optional("stayed", 0, LONGEST_MILLIS, -1),
                    optionalIdentifier("facing"),
                    Column.optional("enteredSubject", Coding.SUBJECT, 0, Integer.MAX_VALUE, -1),
                    SHIFT_COLUMN),
            Kind.BEACON,
            List.of(
                    time("time"),
                    INDEX_COLUMN,
                    DEVICE_COLUMN,
                    SUBJECT_COLUMN,
                    number("rssi", (long) (Ranges.MIN_DBM * 100), (long) (Ranges.MAX_DBM * 100)),
                    optional("tx", (long) (Ranges.MIN_DBM * 100), (long) (Ranges.MAX_DBM * 100), NOT_SAID),
                    SHIFT_COLUMN),
            Kind.POSITION,
            List.of(
                    time("time"),
                    INDEX_COLUMN,
                    DEVICE_COLUMN,
                    SUBJECT_COLUMN,
                    identifier("floor"),
                    number("x", -MAX_MILLIMETRES, MAX_MILLIMETRES),
                    number("y", -MAX_MILLIMETRES, MAX_MILLIMETRES),
                    optional("accuracy", 0, MAX_MILLIMETRES, -1),
                    SHIFT_COLUMN),
            Kind.RECEIPT,
            List.of(
                    time("time"),
                    INDEX_COLUMN,
                    DEVICE_COLUMN,
                    NO_SUBJECT_COLUMN,
                    identifier("till"),
                    number("channel", 0, ReceiptChannel.values().length - 1L),
                    optional("items", 0, Ranges.MAX_COUNT, -1),
                    optional(
                            "amount",
                            -(long) (Ranges.MAX_AMOUNT * 1000),
                            (long) (Ranges.MAX_AMOUNT * 1000),
                            Long.MIN_VALUE),
                    optional("member", 0, 1, -1),
                    SHIFT_COLUMN),
            Kind.TOUCHPOINT,
            List.of(
                    time("time"),
                    INDEX_COLUMN,
                    DEVICE_COLUMN,
                    NO_SUBJECT_COLUMN,
                    identifier("channel"),
                    optionalIdentifier("campaign"),
                    optionalIdentifier("zone"),
                    optional("lat", -900_000_000, 900_000_000, NOT_SAID),
                    optional("lon", -1_800_000_000, 1_800_000_000, NOT_SAID),
                    SHIFT_COLUMN),
            Kind.STATUS,
            List.of(
                    time("time"),
                    INDEX_COLUMN,
                    DEVICE_COLUMN,
                    number("state", 0, DeviceState.values().length - 1L),
                    optional("battery", 0, 1000, -1),
                    Column.optional("firmware", Coding.TEXT, 0, Integer.MAX_VALUE, -1),
                    SHIFT_COLUMN)));

    private static final Table[] WITHOUT_ROWS = tables();

    /** A table that has no tallies, and never will. */
    static final Table WITHOUT_TALLIES = tallies();

    private FrameLayout() {}

    static List<Column> columns(Kind kind) {
        return Objects.requireNonNull(COLUMNS.get(kind));
    }

    /** A table without rows for each kind, in their order. */
    static Table[] tables() {
        return Arrays.stream(Kind.values())
                .map(kind -> new Table(kind.topicName(), columns(kind)))
                .toArray(Table[]::new);
    }

    /** For each kind, in their order, a table that has no rows, and never will: to be replaced by one that has. */
    static Table[] withoutRows() {
        return WITHOUT_ROWS.clone();
    }

    /** A table without tallies. */
    static Table tallies() {
        return new Table(TALLIES_KEY, TALLIES);
    }

    private static Column time(String key) {
        return Column.required(key, Coding.DELTA, Ranges.MIN_TIME_MILLIS, Ranges.MAX_TIME_MILLIS);
    }

    private static Column number(String key, long min, long max) {
        return Column.required(key, Coding.PLAIN, min, max);
    }

    private static Column optional(String key, long min, long max, long fallback) {
        return Column.optional(key, Coding.PLAIN, min, max, fallback);
    }

    private static Column identifier(String key) {
        return Column.required(key, Coding.IDENTIFIER, 0, Integer.MAX_VALUE);
    }

    private static Column optionalIdentifier(String key) {
        return Column.optional(key, Coding.IDENTIFIER, 0, Integer.MAX_VALUE, -1);
    }
}
