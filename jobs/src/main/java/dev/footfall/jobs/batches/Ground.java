package dev.footfall.jobs.batches;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.windows.MinuteCuts;
import java.util.List;

/**
 * By which layout the steps of a batch are measured: by the one of the batch. What of them lies before it began to hold is measured by the one
 * before, so that a new version changes nothing of what was.
 */
public final class Ground {
    private final StorePack pack;
    private final List<Floor> floors;
    private final long sinceMillis;

    /** The ground of a batch. */
    public Ground(StorePack pack, StoreBatch batch) {
        this.pack = pack;
        Layout layout = pack.layoutAt(batch.layoutMillis);
        this.floors = layout.floors();
        long since = layout.validFromMillis();
        boolean isAnother = since != Layout.SINCE_EVER
                && !pack.layoutAt(since - 1).shapeHash().equals(layout.shapeHash());
        this.sinceMillis = isAnother ? since : Layout.SINCE_EVER;
    }

    /** Measures a stretch of a step. */
    @FunctionalInterface
    public interface Stretch {
        /** The step leads over that floor; only its pieces {@link #within} the two instants count. */
        void over(Floor floor, long fromNanos, long toNanos);
    }

    /** Gives the stretches of a segment, of which there is one but where another layout begins to hold. */
    public void walk(Steps steps, int i, Stretch stretch) {
        Floor floor = floors.get(steps.floor(i));
        if (steps.fromMillis(i) >= sinceMillis) {
            stretch.over(floor, Long.MIN_VALUE, Long.MAX_VALUE);
            return;
        }
        List<Layout> layouts = pack.layouts();
        for (int v = 0; v < layouts.size(); v++) {
            long from = v == 0 ? Long.MIN_VALUE : layouts.get(v).validFromMillis();
            long to = v == layouts.size() - 1
                    ? Long.MAX_VALUE
                    : layouts.get(v + 1).validFromMillis();
            if (from < steps.toMillis(i) && steps.fromMillis(i) < to) {
                layouts.get(v).findFloor(floor.id()).ifPresent(then -> stretch.over(then, nanos(from), nanos(to)));
            }
        }
    }

    private static long nanos(long millis) {
        return millis == Long.MIN_VALUE || millis == Long.MAX_VALUE ? millis : MinuteCuts.nanos(millis);
    }

    /** Whether a piece of a step, cut to a stretch, is more than rounding. */
    public static boolean within(long fromNanos, long toNanos) {
        return toNanos - fromNanos >= MinuteCuts.SHORTEST_NANOS;
    }

    /** The floor of a lone point, at its time. */
    public Floor at(Steps steps, int i) {
        Floor floor = floors.get(steps.floor(i));
        return steps.toMillis(i) >= sinceMillis
                ? floor
                : pack.layoutAt(steps.toMillis(i)).findFloor(floor.id()).orElse(floor);
    }
}
