package dev.footfall.jobs.influx;

import dev.footfall.jobs.points.Point;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * Writes every point to an InfluxDB; a checkpoint, and the end of a bounded job, wait until all of them are there.
 *
 * @param settings how the InfluxDB is reached
 */
public record InfluxSink(InfluxSettings settings) implements Sink<Point> {
    private static final long serialVersionUID = 1L;

    /**
     * Asks the server which InfluxDB it is; for whoever wants to know that it is there before a job starts.
     *
     * @throws WriteFailedException when it does not answer, or not as an InfluxDB does
     * @throws IOException when the file with the secret cannot be read
     */
    public InfluxVersion ask() throws IOException {
        try (InfluxEndpoint endpoint = InfluxEndpoint.of(settings, System.getenv())) {
            try {
                return endpoint.version();
            } catch (IOException fault) {
                throw WriteFailedException.notAnInflux(settings, fault);
            }
        }
    }

    @Override
    public SinkWriter<Point> createWriter(WriterInitContext context) throws IOException {
        WriteCounts counts = new WriteCounts();
        InfluxEndpoint endpoint = InfluxEndpoint.of(settings, System.getenv());
        InfluxWriter writer = new InfluxWriter(settings, endpoint, Backoff.ofSeconds(), Thread::sleep, counts);
        register(counts, context.metricGroup().addGroup("influx"));
        return new InfluxSinkWriter(new PointSender(writer, endpoint), context.getProcessingTimeService());
    }

    private static void register(WriteCounts counts, MetricGroup group) {
        group.gauge("points", (Gauge<Long>) counts.points::sum);
        group.gauge("batches", (Gauge<Long>) counts.batches::sum);
        group.gauge("retries", (Gauge<Long>) counts.retries::sum);
        group.gauge("waitedMillis", (Gauge<Long>) counts.waitedMillis::sum);
        group.gauge("beyondRetention", (Gauge<Long>) counts.beyondRetention::sum);
    }
}
