package dev.footfall.jobs;

import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.points.Point;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Hands the points of every batch to the sink. Counts, as accumulators of the job: {@code visits} that ended and {@code points}. */
public final class EmitPoints extends RichFlatMapFunction<StoreBatch, Point> {
    private static final long serialVersionUID = 1L;

    private final LongCounter visits = new LongCounter();
    private final LongCounter points = new LongCounter();

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator("visits", visits);
        getRuntimeContext().addAccumulator("points", points);
    }

    @Override
    public void flatMap(StoreBatch batch, Collector<Point> out) {
        batch.points.forEach(out::collect);
        visits.add(batch.visitEnds.size());
        batch.reportedStays.forEach(stay -> visits.add(-stay.takenBack().size()));
        points.add(batch.points.size());
    }
}
