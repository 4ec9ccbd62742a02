package dev.footfall.geofences;

import java.nio.file.Path;
import java.util.List;

/**
 * A store's folder, read: its configuration and every version of its layout.
 *
 * @param config what {@code store.yaml} says
 * @param layouts at least one, by {@code validFrom}
 * @param calendar the store's days
 * @param definitions 8 hex digits that change with everything that shapes figures: parameters, time zone, day cut, the
 *     zones' own thresholds, devices, funnels
 */
public record StorePack(StoreConfig config, List<Layout> layouts, StoreCalendar calendar, String definitions) {

    public StorePack {
        layouts = List.copyOf(layouts);
        Checks.between("number of layouts of store " + config.store(), layouts.size(), 1, Integer.MAX_VALUE);
    }

    /** Reads the folder of one store: {@code store.yaml}, {@code layout.geojson} and {@code layout.*.geojson}. */
    public static PackReading read(Path storeDir) {
        return PackReader.read(storeDir);
    }

    /** The layout that holds at an instant of event time (milliseconds); before the first, the first. */
    public Layout layoutAt(long millis) {
        Layout holds = layouts.get(0);
        for (Layout layout : layouts) {
            if (layout.validFromMillis() <= millis) {
                holds = layout;
            }
        }
        return holds;
    }
}
