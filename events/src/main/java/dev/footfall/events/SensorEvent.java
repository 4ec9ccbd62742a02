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

    Kind kind();

    /** Its place in the stream of events, in ms since the epoch: the time it tells of; of a shelf stay the end, if over. */
    long placeMillis();
}
