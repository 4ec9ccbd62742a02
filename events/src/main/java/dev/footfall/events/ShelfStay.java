package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * The time that a shelf camera saw somebody before a zone; {@code leftMillis} is null while the person is still there.
 */
public record ShelfStay(String id, String zone, long enteredMillis, @Nullable Long leftMillis, @Nullable String facing)
        implements SensorEvent {
    public ShelfStay {
        Identifiers.check("id", id);
        Identifiers.check("zone", zone);
        Ranges.time("entered", enteredMillis);
        if (leftMillis != null) {
            Ranges.time("left", leftMillis);
            if (leftMillis < enteredMillis) {
                throw new OutOfRangeException("left", leftMillis, "at or after entered = " + enteredMillis);
            }
        }
        Ranges.optionalIdentifier("facing", facing);
    }

    @Override
    public Kind kind() {
        return Kind.SHELF;
    }

    @Override
    public long placeMillis() {
        return leftMillis == null ? enteredMillis : leftMillis;
    }

    @Override
    public ShelfStay shiftedBy(long millis) {
        Long left = leftMillis == null ? null : leftMillis + millis;
        return new ShelfStay(id, zone, enteredMillis + millis, left, facing);
    }
}
