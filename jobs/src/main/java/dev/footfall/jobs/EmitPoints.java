package dev.footfall.jobs;

import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.Standing;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Hands the points of every batch to the sink. Counts, as accumulators of the job: {@code visits} that ended and {@code points} handed on. */
public final class EmitPoints extends RichFlatMapFunction<StoreBatch, Point> {
    private static final long serialVersionUID = 1L;

    private final boolean provisional;
    private final LongCounter visits = new LongCounter();
    private final LongCounter points = new LongCounter();

    /** Leaves provisional figures out unless {@code provisional}. */
    public EmitPoints(boolean provisional) {
        this.provisional = provisional;
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator("visits", visits);
        getRuntimeContext().addAccumulator("points", points);
    }

    @Override
    public void flatMap(StoreBatch batch, Collector<Point> out) {
        for (Point point : batch.points) {
            if (provisional || point.standing() != Standing.PROVISIONAL) {
                out.collect(point);
                points.add(1);
            }
        }
        visits.add(batch.visitEnds.size());
        batch.reportedStays.forEach(stay -> visits.add(-stay.takenBack().size()));
    }
}
