package dev.footfall.benchmarks.segments;

import dev.footfall.geofences.ZoneIndex;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.dwell.Dwell;
import dev.footfall.jobs.heatmap.HeatMap;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.windows.Schedule;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The ways to take all segments; the state of those that have one begins empty each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Segments.SIZE)
public class SegmentWays {
    private final Segments segments = new Segments();
    private final ZoneIndex index = segments.floor().zoneIndex();
    private final JtsCut jts = new JtsCut(segments.floor().zones());
    private final List<StoreBatch> batches = segments.batches();
    private final long[] inside = new long[segments.floor().zones().size()];

    @Benchmark
    public long[] zonesCut() {
        segments.each((visit, x0, y0, from, x1, y1, to) ->
                index.cut(x0, y0, from, x1, y1, to, (zone, enters, leaves) -> inside[zone] += leaves - enters));
        return inside;
    }

    @Benchmark
    public long[] cellsCut() {
        segments.each((visit, x0, y0, from, x1, y1, to) -> segments.floor()
                .grid()
                .cut(x0, y0, from, x1, y1, to, (column, row, enters, leaves) -> inside[column & 7] += leaves - enters));
        return inside;
    }

    @Benchmark
    public long[] zonesCutByJts() {
        segments.each((visit, x0, y0, from, x1, y1, to) -> jts.cut(x0, y0, x1, y1, to - from, inside));
        return inside;
    }

    @Benchmark
    public HeatMap heat() {
        return take(new HeatMap.Form().create(), batches);
    }

    @Benchmark
    public HashMapHeat heatInHashMap() {
        HashMapHeat heat = new HashMapHeat(segments.floor().grid());
        segments.each(heat::add);
        return heat;
    }

    @Benchmark
    public Dwell stays() {
        return take(new Dwell.Form().create(), batches);
    }

    @Benchmark
    public SessionMap staysInHashMap() {
        SessionMap stays = new SessionMap(segments.floor());
        segments.each(stays::add);
        return stays;
    }

    static <S extends StoreState> S take(S state, List<StoreBatch> batches) {
        for (StoreBatch batch : batches) {
            batch.points.clear();
            state.advance(batch.pack, Schedule.FINAL_ONLY, batch);
        }
        return state;
    }
}
