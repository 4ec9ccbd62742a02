package dev.footfall.benchmarks.segments;

import dev.footfall.geofences.Grid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The heat as one writes it down first: a hash map from cell and window to seconds and the visits that were there. Cut at cells by {@link Grid}. */
final class HashMapHeat {
    /** A cell in a window. */
    record Key(int column, int row, WindowLength window, long startNanos) {}

    /** What is added up. */
    static final class Heat {
        double seconds;
        int pieces;
        final Set<Long> visits = new HashSet<>();
    }

    private final Grid grid;
    final Map<Key, Heat> heat = new HashMap<>();

    HashMapHeat(Grid grid) {
        this.grid = grid;
    }

    void add(long visit, int x0, int y0, long fromNanos, int x1, int y1, long toNanos) {
        grid.cut(x0, y0, fromNanos, x1, y1, toNanos, (column, row, from, to) -> {
            if (column >= 0) {
                WindowLength.cut(from, to, (window, start, nanos) -> {
                    Heat cell = heat.computeIfAbsent(new Key(column, row, window, start), unseen -> new Heat());
                    cell.seconds += nanos / 1e9;
                    cell.pieces++;
                    cell.visits.add(visit);
                });
            }
        });
    }
}
