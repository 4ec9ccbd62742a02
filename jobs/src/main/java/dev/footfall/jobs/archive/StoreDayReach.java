package dev.footfall.jobs.archive;

import dev.footfall.events.Kind;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;

/**
 * What a store day depends on beside its own events: the day before, whose last reports running totals are differenced to and whose last signs of
 * devices reach over the cut; and an hour after, for stays over the cut, with the reports whose intervals began before it.
 */
final class StoreDayReach {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long FINAL_MARGIN_MILLIS = 600_000;

    private StoreDayReach() {}

    /** From when events matter for a day. */
    static long fromMillis(StorePack pack, StoreDay day) {
        return pack.calendar().dayOf(day.startMillis() - 1).startMillis();
    }

    /** Until when. */
    static long untilMillis(StorePack pack, StoreDay day) {
        return day.endMillis() + HOUR_MILLIS + longestReportMillis(pack);
    }

    /** The store's clock at which every window of a day has been final for long enough that nothing of the live job is on its way. */
    static long finalMillis(StorePack pack, StoreDay day) {
        return day.endMillis()
                + HOUR_MILLIS
                + longestReportMillis(pack)
                + pack.config().parameters().visitGapMillis()
                + FINAL_MARGIN_MILLIS;
    }

    /** For how long after an event its device counts as heard, at most. */
    static long heardMillis(StorePack pack) {
        return pack.config().devices().stream()
                .mapToLong(DeviceConfig::heartbeatMillis)
                .max()
                .orElse(0);
    }

    private static long longestReportMillis(StorePack pack) {
        return pack.config().devices().stream()
                .filter(device -> device.kind() == Kind.DOOR)
                .mapToLong(DeviceConfig::intervalMillis)
                .max()
                .orElse(0);
    }
}
