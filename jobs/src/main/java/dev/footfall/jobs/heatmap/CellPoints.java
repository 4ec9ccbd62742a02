package dev.footfall.jobs.heatmap;

import dev.footfall.geofences.Window;
import dev.footfall.jobs.batches.Feed;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.points.PointWriter;

/** Writes the cells of one window: there are many, and what those of a floor have in common is put together once. */
final class CellPoints {
    private static final int UNASKED = -1;

    private final PointWriter points;
    private final WalkedCells cells;
    private final StoreBatch batch;
    private final Window window;
    private final long startMillis;
    private final int status;
    private int floor = UNASKED;
    private byte[] tags = {};
    private int completeness;

    CellPoints(PointWriter points, WalkedCells cells, StoreBatch batch, Window window, long startMillis, int status) {
        this.points = points;
        this.cells = cells;
        this.batch = batch;
        this.window = window;
        this.startMillis = startMillis;
        this.status = status;
    }

    void write(int slot, long micros, int visits) {
        if (cells.floor(slot) != floor) {
            moveTo(cells.floor(slot));
        }
        points.measurement("heatmap")
                .tag("cell", cells.column(slot), cells.row(slot))
                .tags(tags)
                .seconds("seconds", micros)
                .integer("visits", visits)
                .metric(startMillis, status, completeness);
    }

    private void moveTo(int number) {
        floor = number;
        String id = cells.floors().get(number);
        tags = points.measurement("heatmap")
                .tag("floor", id)
                .tag("store", batch.store)
                .tag("window", window.label())
                .commonTags();
        completeness = batch.completeness(Feed.heatOf(id), window, startMillis);
    }
}
