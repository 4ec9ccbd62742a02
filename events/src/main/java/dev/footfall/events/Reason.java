package dev.footfall.events;

import java.util.Locale;

/** Why a message was not taken; every dead letter carries one. */
public enum Reason {
    /** The payload is not one JSON value: a syntax error, {@code NaN}, a key given twice, something after the end. */
    MALFORMED_JSON,
    /** The payload is not UTF-8. */
    NOT_UTF8,
    /** The payload, or the line of a recording, is longer than what is read. */
    TOO_LARGE,
    /** The payload is nested deeper than any message needs. */
    TOO_DEEP,
    /** A field that the kind requires is absent. */
    MISSING_FIELD,
    /** A field is of another JSON type than its kind says. */
    WRONG_TYPE,
    /** A field is of the right type, its value is not allowed. */
    OUT_OF_RANGE,
    /** Fields are present that exclude each other. */
    CONFLICTING_FIELDS,
    /** The topic is none that devices publish on. */
    UNKNOWN_TOPIC,
    /** There is no store pack of that name. */
    UNKNOWN_STORE,
    /** The store does not list that device, or not for that kind. */
    UNKNOWN_DEVICE,
    /** The layout of that time has no such zone. */
    UNKNOWN_ZONE,
    /** The layout of that time has no such floor, or the floor is not said and cannot be told. */
    UNKNOWN_FLOOR,
    /** Pixels came from a device without a calibration. */
    NOT_CALIBRATED,
    /** The clock of the device is too wrong to be put right: by more than ten minutes, ahead or steadily behind. */
    CLOCK_SKEW,
    /** A door report covers a longer time than its device is registered for. */
    INTERVAL_EXCEEDED,
    /** A recording ends in the middle. */
    TRUNCATED_INPUT,
    /** A line of a recording is not {@code {"at", "topic", "payload"}}. */
    MALFORMED_LINE,
    /** The header of a frame could be read, its body could not. */
    UNREADABLE_FRAME;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason as it is written in dead letters and counters, in kebab case. */
    public String code() {
        return code;
    }
}
