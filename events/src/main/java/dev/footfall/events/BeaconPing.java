package dev.footfall.events;

import org.jspecify.annotations.Nullable;

/**
 * How strongly a receiver heard a tag: {@code rssiDbm} here, {@code txDbm} what it would be at 1 m, null where not said.
 */
public record BeaconPing(long timeMillis, String tag, double rssiDbm, @Nullable Double txDbm) implements SensorEvent {
    public BeaconPing {
        Ranges.time("time", timeMillis);
        Identifiers.check("tag", tag);
        Ranges.dbm("rssi", rssiDbm);
        if (txDbm != null) {
            Ranges.dbm("tx", txDbm);
        }
    }

    @Override
    public Kind kind() {
        return Kind.BEACON;
    }

    @Override
    public long placeMillis() {
        return timeMillis;
    }

    @Override
    public BeaconPing shiftedBy(long millis) {
        return new BeaconPing(timeMillis + millis, tag, rssiDbm, txDbm);
    }
}
