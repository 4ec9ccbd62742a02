package dev.footfall.events;

/**
 * How many people passed a door since the last report: {@code intervalMillis} is the time it covers, 0 where not said;
 * {@code passing} walked by without coming in.
 */
public record DoorCount(long timeMillis, long in, long out, long passing, long intervalMillis) implements SensorEvent {
    public DoorCount {
        Ranges.time("time", timeMillis);
        Ranges.count("in", in);
        Ranges.count("out", out);
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
    public DoorCount shiftedBy(long millis) {
        return new DoorCount(timeMillis + millis, in, out, passing, intervalMillis);
    }
}
