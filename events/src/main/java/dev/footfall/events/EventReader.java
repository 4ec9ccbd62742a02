package dev.footfall.events;

import java.util.Arrays;

/** Makes the event of a kind from the fields of a message. */
final class EventReader {
    private static final double MILLIS_PER_SECOND = 1000;

    private EventReader() {}

    /** Throws also {@link OutOfRangeException}, from the records' own checks. */
    static SensorEvent event(Kind kind, EventFields fields) throws MalformedEventException {
        return switch (kind) {
            case DOOR -> door(fields);
            case TRACK -> track(fields);
            case SHELF ->
                new ShelfStay(
                        fields.text(Field.ID),
                        fields.text(Field.ZONE),
                        fields.whole(Field.ENTERED),
                        fields.findWhole(Field.LEFT),
                        fields.findText(Field.FACING));
            case BEACON ->
                new BeaconPing(
                        fields.whole(Field.TIME),
                        fields.text(Field.TAG),
                        fields.number(Field.RSSI),
                        fields.findNumber(Field.TX));
            case POSITION ->
                new Position(
                        fields.whole(Field.TIME),
                        fields.text(Field.TAG),
                        fields.number(Field.X),
                        fields.number(Field.Y),
                        fields.findText(Field.FLOOR),
                        fields.findNumber(Field.ACCURACY));
            case RECEIPT ->
                new Receipt(
                        fields.whole(Field.TIME),
                        fields.text(Field.TILL),
                        constant(fields, Field.CHANNEL, ReceiptChannel.values()),
                        fields.findWhole(Field.ITEMS),
                        fields.findNumber(Field.AMOUNT),
                        fields.findFlag(Field.MEMBER),
                        fields.findText(Field.TAG));
            case TOUCHPOINT -> touchpoint(fields);
            case STATUS ->
                new DeviceStatus(
                        fields.whole(Field.TIME),
                        constant(fields, Field.STATE, DeviceState.values()),
                        fields.findNumber(Field.BATTERY),
                        fields.findText(Field.FIRMWARE));
        };
    }

    private static SensorEvent door(EventFields fields) throws MalformedEventException {
        long timeMillis = fields.whole(Field.TIME);
        long passing = fields.wholeOr(Field.PASSING, 0);
        long intervalMillis = intervalMillis(fields);
        if (fields.has(Field.TOTAL_IN) || fields.has(Field.TOTAL_OUT)) {
            exclude(fields, Field.IN, Field.OUT, "totalIn, totalOut");
            long totalIn = fields.whole(Field.TOTAL_IN);
            return new DoorTotals(timeMillis, totalIn, fields.whole(Field.TOTAL_OUT), passing, intervalMillis);
        }
        return new DoorCount(timeMillis, fields.whole(Field.IN), fields.whole(Field.OUT), passing, intervalMillis);
    }

    private static long intervalMillis(EventFields fields) throws MalformedEventException {
        return fields.has(Field.SECONDS) ? intervalMillis(fields.number(Field.SECONDS)) : 0;
    }

    static long intervalMillis(double seconds) {
        Ranges.number(Field.SECONDS.key, seconds, 0, Ranges.MAX_INTERVAL_MILLIS / MILLIS_PER_SECOND);
        return Math.round(seconds * MILLIS_PER_SECOND);
    }

    private static SensorEvent track(EventFields fields) throws MalformedEventException {
        long timeMillis = fields.whole(Field.TIME);
        String id = fields.text(Field.ID);
        String floor = fields.findText(Field.FLOOR);
        Role role = fields.has(Field.ROLE) ? constant(fields, Field.ROLE, Role.values()) : Role.CUSTOMER;
        if (fields.has(Field.U) || fields.has(Field.V)) {
            exclude(fields, Field.X, Field.Y, "u, v");
            return new TrackPixel(timeMillis, id, fields.number(Field.U), fields.number(Field.V), floor, role);
        }
        return new TrackPoint(timeMillis, id, fields.number(Field.X), fields.number(Field.Y), floor, role);
    }

    private static SensorEvent touchpoint(EventFields fields) throws MalformedEventException {
        if (fields.has(Field.LAT) != fields.has(Field.LON)) {
            throw new MalformedEventException(Reason.MISSING_FIELD, "of lat and lon one is missing");
        }
        return new Touchpoint(
                fields.whole(Field.TIME),
                fields.text(Field.CHANNEL),
                fields.findText(Field.CAMPAIGN),
                fields.findText(Field.TAG),
                fields.findNumber(Field.LAT),
                fields.findNumber(Field.LON),
                fields.findText(Field.ZONE));
    }

    private static void exclude(EventFields fields, Field one, Field other, String present)
            throws MalformedEventException {
        if (fields.has(one) || fields.has(other)) {
            throw new MalformedEventException(
                    Reason.CONFLICTING_FIELDS,
                    (fields.has(one) ? one : other).key + " is given besides " + present
                            + ", must be one or the other");
        }
    }

    private static <E extends Enum<E>> E constant(EventFields fields, Field field, E[] constants)
            throws MalformedEventException {
        String word = fields.text(field);
        for (E constant : constants) {
            if (Field.word(constant).equals(word)) {
                return constant;
            }
        }
        String known =
                String.join(", ", Arrays.stream(constants).map(Field::word).toList());
        throw new MalformedEventException(Reason.OUT_OF_RANGE, field.key + " must be one of " + known);
    }
}
