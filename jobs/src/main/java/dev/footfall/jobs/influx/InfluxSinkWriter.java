package dev.footfall.jobs.influx;

import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** One task's writer: joins a {@link PointSender} to Flink's calls and to a timer that looks after it four times a second. */
final class InfluxSinkWriter implements SinkWriter<Point> {
    private static final long TICK_MILLIS = 250;

    private final PointSender sender;
    private final ProcessingTimeService time;
    private ScheduledFuture<?> timer;

    InfluxSinkWriter(PointSender sender, ProcessingTimeService time) {
        this.sender = sender;
        this.time = time;
        this.timer = nextTick();
    }

    private ScheduledFuture<?> nextTick() {
        return time.registerTimer(time.getCurrentProcessingTime() + TICK_MILLIS, this::tick);
    }

    private void tick(long unused) throws IOException, InterruptedException {
        sender.tick();
        timer = nextTick();
    }

    @Override
    public void write(Point point, Context unused) throws IOException, InterruptedException {
        sender.add(point);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        sender.drain();
    }

    @Override
    public void close() throws IOException {
        timer.cancel(false);
        sender.close();
    }
}
