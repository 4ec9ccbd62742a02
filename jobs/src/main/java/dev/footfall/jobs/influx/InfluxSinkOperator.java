package dev.footfall.jobs.influx;

import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.SnapshotResult;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * One task's {@link InfluxSink}: joins a {@link PointSender} to Flink's calls and to a timer that looks after it four times a second.
 *
 * <p>A checkpoint must not be complete before the points it covers are written: a job that goes on from it does not compute them again. A sink of
 * Flink's own has to wait for them before it lets the barrier pass, and nothing is computed meanwhile. This operator instead waits in
 * the asynchronous part of its snapshot, where others write their states: it has none of its own, and hands Flink the wait in the state's place. A
 * write that failed fails the checkpoint there, and the task at the timer's next look; a checkpoint that is given up ends the wait and nothing else.
 */
final class InfluxSinkOperator extends AbstractStreamOperator<Void> implements OneInputStreamOperator<Point, Void> {
    private static final long serialVersionUID = 1L;
    private static final long TICK_MILLIS = 250;

    private final InfluxSettings settings;

    @SuppressWarnings("NullAway.Init") // Flink calls open first
    private transient PointSender sender;

    private transient @Nullable ScheduledFuture<?> timer;

    InfluxSinkOperator(InfluxSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open() throws Exception {
        super.open();
        WriteCounts counts = new WriteCounts();
        InfluxEndpoint endpoint = InfluxEndpoint.of(settings, System.getenv());
        InfluxWriter writer = new InfluxWriter(settings, endpoint, Backoff.ofSeconds(), Thread::sleep, counts);
        register(counts, getMetricGroup().addGroup("influx"));
        sender = new PointSender(writer, endpoint);
        timer = nextTick();
    }

    private static void register(WriteCounts counts, MetricGroup group) {
        group.gauge("points", (Gauge<Long>) counts.points::sum);
        group.gauge("batches", (Gauge<Long>) counts.batches::sum);
        group.gauge("retries", (Gauge<Long>) counts.retries::sum);
        group.gauge("waitedMillis", (Gauge<Long>) counts.waitedMillis::sum);
        group.gauge("beyondRetention", (Gauge<Long>) counts.beyondRetention::sum);
    }

    private ScheduledFuture<?> nextTick() {
        return getProcessingTimeService()
                .registerTimer(getProcessingTimeService().getCurrentProcessingTime() + TICK_MILLIS, this::tick);
    }

    private void tick(long unused) throws IOException, InterruptedException {
        sender.tick();
        timer = nextTick();
    }

    @Override
    public void processElement(StreamRecord<Point> point) throws IOException, InterruptedException {
        sender.add(point.getValue());
    }

    @Override
    public OperatorSnapshotFutures snapshotState(
            long checkpoint, long millis, CheckpointOptions options, CheckpointStreamFactory storage) throws Exception {
        OperatorSnapshotFutures parts = super.snapshotState(checkpoint, millis, options, storage);
        PointSender.Confirmation confirmation = sender.confirmation();
        parts.setOperatorStateManagedFuture(new FutureTask<>(() -> {
            confirmation.await();
            return SnapshotResult.empty();
        }));
        return parts;
    }

    @Override
    public void finish() throws Exception {
        sender.confirmation().await();
        super.finish();
    }

    @Override
    public void close() throws Exception {
        if (timer != null) {
            timer.cancel(false);
        }
        if (sender != null) {
            sender.close();
        }
        super.close();
    }
}
