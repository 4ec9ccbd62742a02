package dev.footfall.jobs.oracle;

import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Parameters;
import dev.footfall.geofences.StoreConfig;
import dev.footfall.geofences.StorePack;
import java.util.LinkedHashSet;
import java.util.Set;

/** Computes every figure of a store from everything that was ever heard of it. */
public final class Oracle {

    private Oracle() {}

    /**
     * All final points of a store with a single layout.
     *
     * @throws IllegalArgumentException when the store has several layout versions
     */
    public static Points compute(StorePack pack, Traffic traffic) {
        if (pack.layouts().size() != 1) {
            throw new IllegalArgumentException(
                    "layouts: one version expected, has " + pack.layouts().size());
        }
        StoreConfig store = pack.config();
        Parameters parameters = store.parameters();
        Layout layout = pack.layouts().get(0);
        Set<ShelfReport> shelfReports = new LinkedHashSet<>(traffic.shelfReports());
        Set<DoorReport> doorReports = new LinkedHashSet<>(traffic.doorReports());

        Windows windows = new Windows(store.timezone(), store.dayCut());
        Tracks tracks = new Tracks(parameters, windows, traffic.observations());
        Visits visits = new Visits(parameters, windows, tracks, shelfReports);
        HeatMap heatMap = new HeatMap(layout, parameters, windows, tracks, visits);
        Stays stays = new Stays(layout, windows, tracks, visits, shelfReports);
        Footfall footfall = new Footfall(layout, parameters, windows, tracks, doorReports);

        Points points = new Points(store.store(), new Hearing(pack, traffic.signs()));
        visits.write(tracks, points);
        heatMap.write(points);
        new ZoneDwell(windows, stays, visits).write(points);
        new Paths(visits, stays).write(points);
        new Funnels(visits, stays, footfall.crossings()).write(store.funnels(), points);
        footfall.write(points);
        new Occupancy(windows, footfall.changes()).write(points);
        return points;
    }
}
