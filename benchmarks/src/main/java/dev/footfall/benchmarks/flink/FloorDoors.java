package dev.footfall.benchmarks.flink;

import dev.footfall.events.DoorColumns;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import java.util.HashMap;
import java.util.Map;

/** Door counts of one store, in all windows. */
final class FloorDoors {
    private final StorePack pack;
    private final Map<String, String> doorsOfDevices = new HashMap<>();
    private final Map<String, long[]> counts = new HashMap<>();

    FloorDoors(StorePack pack) {
        this.pack = pack;
        for (DeviceConfig device : pack.config().devices()) {
            if (device.door() != null) {
                doorsOfDevices.put(device.id(), device.door());
            }
        }
    }

    void take(DoorColumns reports) {
        for (int row = 0; row < reports.rows(); row++) {
            long instant = reports.timeMillis(row) - reports.intervalMillis(row);
            StoreDay day = pack.calendar().dayOf(instant);
            String device = reports.device(row);
            String door = doorsOfDevices.getOrDefault(device, device);
            for (Window window : Window.values()) {
                long[] sums = counts.computeIfAbsent(
                        "footfall " + pack.config().store() + " " + window.label() + " " + window.start(day, instant)
                                + " " + door,
                        name -> new long[3]);
                sums[0] += reports.in(row);
                sums[1] += reports.out(row);
                sums[2] += reports.passing(row);
            }
        }
    }

    void end(Ledger ledger) {
        counts.forEach(ledger::put);
    }
}
