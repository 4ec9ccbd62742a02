package dev.footfall.events;

/** One thing that a device said, with the identifiers the device uses; never leaves the gateway in this form. */
public sealed interface SensorEvent
        permits DoorCount,
                DoorTotals,
                TrackPoint,
                TrackPixel,
                ShelfStay,
                BeaconPing,
                Position,
                Receipt,
                Touchpoint,
                DeviceStatus {

    /** The earliest time that anything can have, 2000-01-01T00:00:00Z. */
    long EARLIEST_MILLIS = 946_684_800_000L;

    /** The latest time that anything can have, 2100-01-01T00:00:00Z. */
    long LATEST_MILLIS = 4_102_444_800_000L;

    Kind kind();

    /** Its place in the stream of events, in ms since the epoch: the time it tells of; of a shelf stay the end, if over. */
    long placeMillis();

    /**
     * The same event, all its times later by so much.
     *
     * @throws OutOfRangeException when that is no time that anything can have
     */
    SensorEvent shiftedBy(long millis);
}
