package dev.footfall.geofences;

import java.nio.file.Path;
import java.util.List;

/**
 * A store's folder, read: its configuration and every version of its layout.
 *
 * @param config what {@code store.yaml} says
 * @param layouts at least one, by {@code validFrom}
 * @param calendar the store's days
 * @param definitionsByLayout of each layout, what {@link #definitionsAt} says while it holds
 */
public record StorePack(
        StoreConfig config, List<Layout> layouts, StoreCalendar calendar, List<String> definitionsByLayout) {

    public StorePack {
        layouts = List.copyOf(layouts);
        definitionsByLayout = List.copyOf(definitionsByLayout);
        Checks.between("number of layouts of store " + config.store(), layouts.size(), 1, Integer.MAX_VALUE);
        Checks.between(
                "number of definitions of store " + config.store(),
                definitionsByLayout.size(),
                layouts.size(),
                layouts.size());
    }

    /** Reads the folder of one store: {@code store.yaml}, {@code layout.geojson} and {@code layout.*.geojson}. */
    public static PackReading read(Path storeDir) {
        return PackReader.read(storeDir);
    }

    /** The layout that holds at an instant of event time (milliseconds); before the first, the first. */
    public Layout layoutAt(long millis) {
        return layouts.get(indexAt(millis));
    }

    /**
     * 8 hex digits that change with everything that defines figures at an instant of event time (milliseconds): parameters, time zone, day cut,
     * devices, funnels, and the zones' own thresholds in the layout that holds then. A further version changes nothing before its {@code
     * validFrom}.
     */
    public String definitionsAt(long millis) {
        return definitionsByLayout.get(indexAt(millis));
    }

    /** What {@link #definitionsAt} says once every version holds. */
    public String definitions() {
        return definitionsAt(Long.MAX_VALUE);
    }

    private int indexAt(long millis) {
        int holds = 0;
        for (int i = 1; i < layouts.size(); i++) {
            if (layouts.get(i).validFromMillis() <= millis) {
                holds = i;
            }
        }
        return holds;
    }
}
