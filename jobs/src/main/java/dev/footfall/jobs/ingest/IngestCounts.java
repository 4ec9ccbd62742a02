package dev.footfall.jobs.ingest;

import dev.footfall.events.SensorEvent;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/**
 * What ingest counts, as accumulators of the job: {@code events} taken, {@code frames}, {@code stores} heard in this run, {@code late} events,
 * {@code unreadable} frames, {@code unplaced} events and how often changed layouts were refused ({@code refusedLayouts}; all three are metrics, too); and, to tell how far behind a live job is and how fast it catches up, {@code watermarks} heard with
 * {@code lag_ms}, the sum of how far each was behind the clock of the wall, and {@code clock_ms}, by how much the clocks of all stores went on.
 */
final class IngestCounts {
    private final LongCounter events = new LongCounter();
    private final LongCounter frames = new LongCounter();
    private final LongCounter stores = new LongCounter();
    private final LongCounter late = new LongCounter();
    private final LongCounter unreadable = new LongCounter();
    private final LongCounter unplaced = new LongCounter();
    private final LongCounter refusedLayouts = new LongCounter();
    private final LongCounter watermarks = new LongCounter();
    private final LongCounter lagMillis = new LongCounter();
    private final LongCounter clockMillis = new LongCounter();
    private final Counter unreadableMetric;
    private final Counter unplacedMetric;
    private final Counter refusedLayoutsMetric;
    private final Set<String> heard = new HashSet<>();

    IngestCounts(RuntimeContext context) {
        context.addAccumulator("events", events);
        context.addAccumulator("frames", frames);
        context.addAccumulator("stores", stores);
        context.addAccumulator("late", late);
        context.addAccumulator("unreadable", unreadable);
        context.addAccumulator("unplaced", unplaced);
        context.addAccumulator("refusedLayouts", refusedLayouts);
        context.addAccumulator("watermarks", watermarks);
        context.addAccumulator("lag_ms", lagMillis);
        context.addAccumulator("clock_ms", clockMillis);
        unreadableMetric = context.getMetricGroup().counter("unreadable");
        unplacedMetric = context.getMetricGroup().counter("unplaced");
        refusedLayoutsMetric = context.getMetricGroup().counter("refusedLayouts");
    }

    void store(String store) {
        if (heard.add(store)) {
            stores.add(1);
        }
    }

    void frame(int rows) {
        events.add(rows);
        frames.add(1);
    }

    void late(long count) {
        late.add(count);
    }

    void unreadable() {
        frames.add(1);
        unreadable.add(1);
        unreadableMetric.inc();
    }

    /** Events were left out, for want of their floor or zone. */
    void unplaced(long count) {
        unplaced.add(count);
        unplacedMetric.inc(count);
    }

    void refusedLayouts() {
        refusedLayouts.add(1);
        refusedLayoutsMetric.inc();
    }

    void watermark(long millis) {
        if (isTime(millis)) {
            watermarks.add(1);
            lagMillis.add(System.currentTimeMillis() - millis);
        }
    }

    void clock(long beforeMillis, long afterMillis) {
        if (isTime(beforeMillis) && isTime(afterMillis)) {
            clockMillis.add(afterMillis - beforeMillis);
        }
    }

    /** Not before the first word, nor after the last. */
    private static boolean isTime(long millis) {
        return millis > SensorEvent.EARLIEST_MILLIS && millis < Long.MAX_VALUE;
    }
}
