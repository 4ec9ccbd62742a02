package dev.footfall.benchmarks.segments;

import dev.footfall.benchmarks.zones.ShopFloor;
import dev.footfall.benchmarks.zones.Shoppers;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.Completeness;
import dev.footfall.jobs.batches.Steps;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.VisitEnd;
import dev.footfall.jobs.windows.MinuteCuts;
import java.util.ArrayList;
import java.util.List;

/** The segments of 64 shoppers who are seen twice a second for four minutes, each of them a visit. */
final class Segments {
    static final int SHOPPERS = 64;
    static final int SIGHTINGS = 513;
    static final int SIZE = SHOPPERS * (SIGHTINGS - 1);

    /** Monday, 2026-01-05 10:58:37 in Berlin: an hour begins while they walk. */
    private static final long BEGIN_MILLIS = 1_767_607_117_000L;

    private static final int SIGHTINGS_PER_BATCH = 2;

    private final StorePack pack = ShopFloor.pack();
    private final Shoppers shoppers = new Shoppers(7, SHOPPERS, SIGHTINGS);

    /** Takes a segment: millimetres and nanoseconds. */
    @FunctionalInterface
    interface Sink {
        void segment(long visit, int x0, int y0, long fromNanos, int x1, int y1, long toNanos);
    }

    StorePack pack() {
        return pack;
    }

    Floor floor() {
        return pack.layouts().get(0).floors().get(0);
    }

    /** Gives all segments. */
    void each(Sink sink) {
        for (int row = SHOPPERS; row < shoppers.rows(); row++) {
            int before = row - SHOPPERS;
            sink.segment(
                    visit(row),
                    shoppers.xMillimetres(before),
                    shoppers.yMillimetres(before),
                    MinuteCuts.nanos(millis(before)),
                    shoppers.xMillimetres(row),
                    shoppers.yMillimetres(row),
                    MinuteCuts.nanos(millis(row)));
        }
    }

    private long visit(int row) {
        return 1L + shoppers.shopper(row);
    }

    private long millis(int row) {
        return BEGIN_MILLIS + shoppers.timeMillis(row);
    }

    /** The same as batches of a second, whose clock stands still, so that no window ends. */
    List<StoreBatch> batches() {
        List<StoreBatch> batches = new ArrayList<>();
        StoreBatch batch = batch(BEGIN_MILLIS);
        for (int row = 0; row < shoppers.rows(); row++) {
            if (row >= SHOPPERS) {
                int before = row - SHOPPERS;
                batch.steps.addStep(
                        visit(row),
                        0,
                        millis(before),
                        shoppers.xMillimetres(before),
                        shoppers.yMillimetres(before),
                        millis(row),
                        shoppers.xMillimetres(row),
                        shoppers.yMillimetres(row));
            } else {
                batch.steps.add(
                        Steps.BEGIN,
                        visit(row),
                        0,
                        millis(row),
                        shoppers.xMillimetres(row),
                        shoppers.yMillimetres(row));
            }
            batch.steps.setVisit(batch.steps.size() - 1, visit(row));
            if ((row + 1) % (SHOPPERS * SIGHTINGS_PER_BATCH) == 0 || row + 1 == shoppers.rows()) {
                batches.add(batch);
                batch = batch(BEGIN_MILLIS);
            }
        }
        return batches;
    }

    /** A last batch, in which all visits and all windows end. */
    StoreBatch end() {
        StoreBatch end = batch(Long.MAX_VALUE);
        for (int row = shoppers.rows() - SHOPPERS; row < shoppers.rows(); row++) {
            end.visitEnds.add(new VisitEnd(visit(row), BEGIN_MILLIS, millis(row)));
        }
        return end;
    }

    private StoreBatch batch(long clockMillis) {
        StoreBatch batch = new StoreBatch(pack, clockMillis, BEGIN_MILLIS);
        batch.completeness = (feed, from, to) -> Completeness.WHOLE;
        return batch;
    }
}
