package dev.footfall.events;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A field of a device's message: its name, its type, and which kinds know it; a kind ignores the fields of the others. */
enum Field {
    TIME("time", Type.TIME),
    IN("in", Type.WHOLE),
    OUT("out", Type.WHOLE),
    TOTAL_IN("totalIn", Type.WHOLE),
    TOTAL_OUT("totalOut", Type.WHOLE),
    PASSING("passing", Type.WHOLE),
    SECONDS("seconds", Type.NUMBER),
    ID("id", Type.TEXT),
    X("x", Type.NUMBER),
    Y("y", Type.NUMBER),
    U("u", Type.NUMBER),
    V("v", Type.NUMBER),
    FLOOR("floor", Type.FLOOR),
    ROLE("role", Type.TEXT),
    ZONE("zone", Type.TEXT),
    ENTERED("entered", Type.TIME),
    LEFT("left", Type.TIME),
    FACING("facing", Type.TEXT),
    TAG("tag", Type.TEXT),
    RSSI("rssi", Type.NUMBER),
    TX("tx", Type.NUMBER),
    ACCURACY("accuracy", Type.NUMBER),
    TILL("till", Type.TEXT),
    CHANNEL("channel", Type.TEXT),
    ITEMS("items", Type.WHOLE),
    AMOUNT("amount", Type.NUMBER),
    MEMBER("member", Type.FLAG),
    CAMPAIGN("campaign", Type.TEXT),
    LAT("lat", Type.NUMBER),
    LON("lon", Type.NUMBER),
    STATE("state", Type.TEXT),
    BATTERY("battery", Type.NUMBER),
    FIRMWARE("firmware", Type.TEXT);

    /** What JSON may stand in a field. */
    enum Type {
        /** RFC 3339, or whole ms since the epoch. */
        TIME("an RFC 3339 time or whole milliseconds"),
        WHOLE("a whole number"),
        NUMBER("a number"),
        TEXT("a string"),
        /** A string, or a whole number as floors are often numbered. */
        FLOOR("a string or a whole number"),
        FLAG("true or false");

        final String description;

        Type(String description) {
            this.description = description;
        }
    }

    private static final Map<Kind, Map<String, Field>> BY_KIND = new EnumMap<>(Map.of(
            Kind.DOOR, named(TIME, IN, OUT, TOTAL_IN, TOTAL_OUT, PASSING, SECONDS),
            Kind.TRACK, named(TIME, ID, X, Y, U, V, FLOOR, ROLE),
            Kind.SHELF, named(ID, ZONE, ENTERED, LEFT, FACING),
            Kind.BEACON, named(TIME, TAG, RSSI, TX),
            Kind.POSITION, named(TIME, TAG, X, Y, FLOOR, ACCURACY),
            Kind.RECEIPT, named(TIME, TILL, CHANNEL, ITEMS, AMOUNT, MEMBER, TAG),
            Kind.TOUCHPOINT, named(TIME, CHANNEL, CAMPAIGN, TAG, LAT, LON, ZONE),
            Kind.STATUS, named(TIME, STATE, BATTERY, FIRMWARE)));

    final String key;
    final Type type;

    Field(String key, Type type) {
        this.key = key;
        this.type = type;
    }

    /** The fields that a kind knows, by name. */
    static Map<String, Field> of(Kind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind));
    }

    /** How a constant is written in messages. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Field> named(Field... fields) {
        return Arrays.stream(fields).collect(Collectors.toMap(field -> field.key, Function.identity()));
    }
}
