package dev.footfall.jobs.footfall;

import dev.footfall.events.Kind;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StoreConfig;

/** What the registry says of a store's door counters. */
final class DoorCounters {
    private DoorCounters() {}

    /** The door that a counter counts. */
    static String doorOf(StoreConfig config, String device) {
        for (DeviceConfig candidate : config.devices()) {
            if (candidate.door() != null
                    && isDoorCounter(candidate)
                    && candidate.id().equals(device)) {
                return candidate.door();
            }
        }
        throw new IllegalStateException("device " + device + " of " + config.store()
                + " reported a door count but no door is given for it: the gateway works with another store.yaml");
    }

    /** How far before its time a report may count at most; 0 when no device reports doors. */
    static long longestIntervalMillis(StoreConfig config) {
        long longest = 0;
        for (DeviceConfig candidate : config.devices()) {
            if (isDoorCounter(candidate)) {
                longest = Math.max(longest, candidate.intervalMillis());
            }
        }
        return longest;
    }

    private static boolean isDoorCounter(DeviceConfig device) {
        return device.kind() == Kind.DOOR;
    }
}
