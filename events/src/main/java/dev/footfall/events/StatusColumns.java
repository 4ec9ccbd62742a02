package dev.footfall.events;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What devices say of themselves. */
public final class StatusColumns extends Columns {
    private static final List<DeviceState> STATES = List.of(DeviceState.values());
    private static final int STATE = 3;
    private static final int BATTERY = 4;
    private static final int FIRMWARE = 5;

    StatusColumns(Table table, Dictionary dictionary) {
        super(Kind.STATUS, table, dictionary);
    }

    /** Always 0: it is about the device. */
    @Override
    public long subject(int row) {
        return 0;
    }

    public DeviceState state(int row) {
        return STATES.get((int) get(STATE, row));
    }

    /** Per cent, to 0.1. */
    public OptionalDouble findBattery(int row) {
        long battery = get(BATTERY, row);
        return battery < 0 ? OptionalDouble.empty() : OptionalDouble.of(battery / 10.0);
    }

    public Optional<String> findFirmware(int row) {
        return get(FIRMWARE, row) < 0 ? Optional.empty() : Optional.of(string(FIRMWARE, row));
    }
}
