package dev.footfall.events;

/**
 * The running totals of a door counter, which may begin anew at 0; {@code passing} is, as in {@link DoorCount}, since the
 * last report, and {@code intervalMillis} the time since it, 0 where not said.
 */
public record DoorTotals(long timeMillis, long totalIn, long totalOut, long passing, long intervalMillis)
        implements SensorEvent {
    public DoorTotals {
        Ranges.time("time", timeMillis);
        Ranges.count("totalIn", totalIn);
        Ranges.count("totalOut", totalOut);
        Ranges.count("passing", passing);
        Ranges.interval("seconds", intervalMillis);
    }

    @Override
    public Kind kind() {
        return Kind.DOOR;
    }

    @Override
    public long placeMillis() {
        return timeMillis;
    }

    @Override
    public DoorTotals shiftedBy(long millis) {
        return new DoorTotals(timeMillis + millis, totalIn, totalOut, passing, intervalMillis);
    }
}
